package org.wenshu.security.jwt;

import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;

/** A published JSON Web Key Set (RFC 7517, section 5). */
final class JwksDocument {
  private static final int MOST_BYTES = 262_144;
  private static final int MOST_KEYS = 100;

  private JwksDocument() {}

  /**
   * The public keys at an address that can verify signatures. Follows no redirects, and takes no
   * more than 256 KiB.
   *
   * @throws IOException without an answer in time, with another status than 200, and with an answer
   *     that is no key set, is too long or holds no such key
   */
  static List<JWK> read(URI url, Duration timeout) throws IOException {
    String text = text(url, timeout);
    try {
      List<JWK> keys =
          JWKSet.parse(text).getKeys().stream()
              .filter(JwksDocument::verifies)
              .map(JWK::toPublicJWK)
              .limit(MOST_KEYS)
              .toList();
      if (keys.isEmpty()) {
        throw new IOException("no key in it can verify signatures");
      }
      return keys;
    } catch (ParseException e) {
      throw new IOException("what is there is no JSON Web Key Set", e);
    }
  }

  private static boolean verifies(JWK key) {
    boolean weak = key instanceof RSAKey && key.size() < KeyMatch.LEAST_RSA_BITS;
    return key instanceof AsymmetricJWK && !weak;
  }

  private static String text(URI url, Duration timeout) throws IOException {
    long deadline = System.nanoTime() + timeout.toNanos();
    HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
    try {
      connection.setInstanceFollowRedirects(false);
      connection.setUseCaches(false);
      connection.setRequestProperty("Accept", "application/jwk-set+json, application/json");
      connection.setConnectTimeout(remaining(deadline));
      connection.setReadTimeout(remaining(deadline));
      if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
        throw new IOException("the answer had status " + connection.getResponseCode());
      }
      return body(connection.getInputStream(), deadline);
    } finally {
      connection.disconnect();
    }
  }

  private static String body(InputStream answer, long deadline) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    byte[] piece = new byte[8_192];
    for (int n = answer.read(piece); n >= 0; n = answer.read(piece)) {
      body.write(piece, 0, n);
      if (body.size() > MOST_BYTES) {
        throw new IOException("the answer is longer than " + MOST_BYTES + " bytes");
      }
      remaining(deadline);
    }
    return body.toString(StandardCharsets.UTF_8);
  }

  /** Milliseconds, at least one, because none would mean to wait for ever. */
  private static int remaining(long deadline) throws SocketTimeoutException {
    long nanos = deadline - System.nanoTime();
    if (nanos <= 0) {
      throw new SocketTimeoutException("the answer did not come in time");
    }
    return (int) Math.max(1, Duration.ofNanos(nanos).toMillis());
  }
}
