package org.wenshu.security.jwt;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads public keys in PEM. Lines may also be ended by a backslash and an n, or by blanks. */
final class PemPublicKeys {
  private static final String KEY = "wenshu.security.jwt.public-key";
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN PUBLIC KEY-----([^-]*)-----END PUBLIC KEY-----");
  private static final String LINE_ENDS = "\\\\[rn]|\\s";

  private PemPublicKeys() {}

  /** Every key of the text; complains of anything else in it. */
  static List<JWK> read(String text) {
    Matcher blocks = BLOCK.matcher(text);
    List<JWK> keys = blocks.results().map(block -> key(block.group(1))).toList();
    if (keys.isEmpty() || !blocks.replaceAll("").replaceAll(LINE_ENDS, "").isEmpty()) {
      throw new IllegalArgumentException(
          KEY
              + " must hold PEM blocks that begin with -----BEGIN PUBLIC KEY----- and nothing else");
    }
    return keys;
  }

  private static JWK key(String base64) {
    try {
      byte[] encoded = Base64.getDecoder().decode(base64.replaceAll(LINE_ENDS, ""));
      return encodedKey(new X509EncodedKeySpec(encoded));
    } catch (IllegalArgumentException | NoSuchAlgorithmException e) {
      throw new IllegalArgumentException(KEY + " holds a key that cannot be used: " + e, e);
    }
  }

  private static JWK encodedKey(X509EncodedKeySpec encoded) throws NoSuchAlgorithmException {
    try {
      return rsa((RSAPublicKey) key("RSA", encoded));
    } catch (InvalidKeySpecException notRsa) {
      try {
        return ellipticCurve((ECPublicKey) key("EC", encoded));
      } catch (InvalidKeySpecException notEllipticCurve) {
        throw new IllegalArgumentException("neither RSA nor EC", notEllipticCurve);
      }
    }
  }

  private static PublicKey key(String kind, X509EncodedKeySpec encoded)
      throws NoSuchAlgorithmException, InvalidKeySpecException {
    return KeyFactory.getInstance(kind).generatePublic(encoded);
  }

  private static JWK rsa(RSAPublicKey key) {
    if (key.getModulus().bitLength() < KeyMatch.LEAST_RSA_BITS) {
      throw new IllegalArgumentException("RSA with less than " + KeyMatch.LEAST_RSA_BITS + " bits");
    }
    return new RSAKey.Builder(key).build();
  }

  private static JWK ellipticCurve(ECPublicKey key) {
    Curve curve = Curve.forECParameterSpec(key.getParams());
    if (curve == null) {
      throw new IllegalArgumentException("EC with a curve other than P-256, P-384 and P-521");
    }
    return new ECKey.Builder(curve, key).build();
  }
}
