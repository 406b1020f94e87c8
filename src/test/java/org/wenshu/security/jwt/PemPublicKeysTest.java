package org.wenshu.security.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PemPublicKeysTest {
  @Test
  void readsLinesHoweverTheyAreEnded() throws NoSuchAlgorithmException {
    String lines = pem("EC", 256) + pem("RSA", 2048);
    for (String text : new String[] {lines, lines.replace("\n", "\\n"), lines.replace("\n", " ")}) {
      assertThat(PemPublicKeys.read(text)).hasSize(2);
    }
  }

  @Test
  void refusesAKeyThatIsTooShort() throws NoSuchAlgorithmException {
    String weak = pem("RSA", 1024);
    assertThatThrownBy(() -> PemPublicKeys.read(weak))
        .hasMessageContaining("wenshu.security.jwt.public-key")
        .hasMessageContaining("2048");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "MIIB",
        "-----BEGIN PUBLIC KEY-----MIIB-----END PUBLIC KEY-----",
        "-----BEGIN PUBLIC KEY-----?-----END PUBLIC KEY-----",
        "-----BEGIN CERTIFICATE-----MIIB-----END CERTIFICATE-----"
      })
  void refusesWhatIsNoKey(String text) {
    assertThatThrownBy(() -> PemPublicKeys.read(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("wenshu.security.jwt.public-key");
  }

  private static String pem(String kind, int bits) throws NoSuchAlgorithmException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
    generator.initialize(bits);
    byte[] key = generator.generateKeyPair().getPublic().getEncoded();
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key)
        + "\n-----END PUBLIC KEY-----\n";
  }
}
