package org.wenshu.launcher;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.wenshu.TestingDatabase;

class DatabaseAddressTest {
  private static final String KEY = "wenshu.target.url";

  @Test
  void acceptsADatabaseThatLetsItIn() {
    assertThatCode(
            () ->
                new DatabaseAddress(TestingDatabase.demoUrl(), TestingDatabase.reader())
                    .requireReachable(KEY))
        .doesNotThrowAnyException();
  }

  @Test
  void saysThatThePasswordIsWrong() {
    Account stranger = new Account(TestingDatabase.reader().user(), "guess");
    assertThatThrownBy(
            () -> new DatabaseAddress(TestingDatabase.demoUrl(), stranger).requireReachable(KEY))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("WENSHU_TARGET_URL")
        .hasMessageContaining("user or password is wrong");
  }

  @Test
  void saysThatNobodyAnswers() {
    DatabaseAddress nobody =
        new DatabaseAddress("jdbc:mysql://127.0.0.1:1/shop", TestingDatabase.reader());
    assertThatThrownBy(() -> nobody.requireReachable(KEY))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("no database answers");
  }

  @Test
  void saysThatTheAddressIsNone() {
    DatabaseAddress other = new DatabaseAddress("postgres://x", TestingDatabase.reader());
    assertThatThrownBy(() -> other.requireReachable(KEY))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("must begin with jdbc:mysql://");
  }
}
