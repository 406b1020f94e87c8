package org.wenshu.security.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PublishedKeysTest {
  private static final RefetchConfig REFETCH =
      new RefetchConfig(
          Duration.ofMinutes(10),
          Duration.ofSeconds(10),
          Duration.ofSeconds(2),
          Duration.ofHours(3));

  private final TestingIssuer issuer = TestingIssuer.start();
  private final AtomicLong nanos = new AtomicLong(-5);
  private final PublishedKeys keys =
      new PublishedKeys(
          new KeyOrigin.Published(issuer.jwksUrl(), REFETCH),
          task -> new Thread(task).start(),
          nanos::get);

  @AfterEach
  void stop() {
    issuer.close();
  }

  @Test
  void readsKeysOnceForManyTokens() {
    for (int i = 0; i < 100; i++) {
      assertThat(matching(issuer.key())).hasSize(1);
    }
    assertThat(issuer.readings()).isEqualTo(1);
  }

  @Test
  void findsARotatedKey() {
    JWK before = issuer.key();
    assertThat(matching(before)).hasSize(1);
    issuer.rotate();
    pass(REFETCH.interval());

    assertThat(matching(issuer.key())).hasSize(1);
    assertThat(matching(before)).as("it is published no more").isEmpty();
    assertThat(issuer.readings()).isEqualTo(2);
  }

  @Test
  void letsNobodyHammerTheIssuer() {
    for (int i = 0; i < 50; i++) {
      assertThat(keys.matching(header("made-up-" + i))).isEmpty();
    }
    assertThat(issuer.readings()).isEqualTo(1);
    pass(REFETCH.interval());
    assertThat(keys.matching(header("made-up"))).isEmpty();
    assertThat(issuer.readings()).isEqualTo(2);
  }

  @Test
  void goesOnWithItsKeysDuringAnOutageButNotForEver() {
    assertThat(matching(issuer.key())).hasSize(1);
    issuer.answerWith(503);

    pass(REFETCH.lifetime().multipliedBy(2));
    assertThat(matching(issuer.key())).hasSize(1);
    assertThat(issuer.readings()).as("tried").isEqualTo(2);
    pass(REFETCH.outage());
    assertThat(matching(issuer.key())).isEmpty();

    issuer.answerWith(200);
    pass(REFETCH.interval());
    assertThat(matching(issuer.key())).hasSize(1);
  }

  @Test
  void forgetsAWithdrawnKeyAfterItsLifetime() {
    JWK withdrawn = issuer.key();
    assertThat(matching(withdrawn)).hasSize(1);
    issuer.rotate();

    pass(REFETCH.lifetime().plusSeconds(1));

    assertThat(matching(withdrawn)).isEmpty();
  }

  @Test
  void waitsForASilentIssuerOnlyUntilTheDeadline() {
    issuer.fallSilent();
    long start = System.nanoTime();

    assertThat(matching(issuer.key())).isEmpty();

    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isLessThan(REFETCH.timeout().plusSeconds(8));
  }

  @Test
  void waitsForNobodyAfterAFailureWhileItHasKeys() {
    assertThat(matching(issuer.key())).hasSize(1);
    issuer.answerWith(500);
    pass(REFETCH.lifetime().plusSeconds(1));
    assertThat(matching(issuer.key())).hasSize(1);
    issuer.fallSilent();
    pass(REFETCH.interval());
    long start = System.nanoTime();

    assertThat(matching(issuer.key())).hasSize(1);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(REFETCH.timeout());
  }

  @Test
  void comesUpAfterItsIssuer() {
    issuer.answerWith(404);
    assertThat(matching(issuer.key())).isEmpty();
    issuer.answerWith(200);
    assertThat(matching(issuer.key())).as("too soon").isEmpty();

    pass(REFETCH.interval());

    assertThat(matching(issuer.key())).hasSize(1);
  }

  private List<JWK> matching(JWK key) {
    return keys.matching(header(key.getKeyID()));
  }

  private static JWSHeader header(String keyId) {
    return new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build();
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
