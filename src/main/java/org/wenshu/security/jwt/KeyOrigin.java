package org.wenshu.security.jwt;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Where the keys that verify signatures come from. */
public sealed interface KeyOrigin {
  /**
   * A JSON Web Key Set that the issuer publishes ({@code wenshu.security.jwt.jwks-url}).
   *
   * @param url http or https; over plain http whoever can change the answer decides who calls
   * @param refetch how often it is read
   */
  record Published(URI url, RefetchConfig refetch) implements KeyOrigin {
    /** Rejects what is no http or https address. */
    public Published {
      String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
      if (!scheme.matches("https?") || url.getHost() == null) {
        throw new IllegalArgumentException(
            "wenshu.security.jwt.jwks-url must be an http or https address");
      }
    }
  }

  /**
   * Public keys, RSA or elliptic curve ({@code wenshu.security.jwt.public-key}).
   *
   * @param text one or more PEM blocks named PUBLIC KEY
   */
  record Pem(String text) implements KeyOrigin {}

  /**
   * A secret shared with the issuer ({@code wenshu.security.jwt.secret}).
   *
   * @param text at least 32 bytes in UTF-8; never printed
   */
  record Secret(String text) implements KeyOrigin {
    private static final int MIN_BYTES = 32;

    /** Rejects a secret that is shorter than the digest of HS256. */
    public Secret {
      if (text.getBytes(StandardCharsets.UTF_8).length < MIN_BYTES) {
        throw new IllegalArgumentException(
            "wenshu.security.jwt.secret must have at least " + MIN_BYTES + " bytes");
      }
    }

    @Override
    public String toString() {
      return "Secret[]";
    }
  }
}
