package org.wenshu.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServerConfigurationTest {
  private static final String KEY = "wenshu.llm.base-url";

  @AfterEach
  void forget() {
    System.clearProperty(KEY);
  }

  @Test
  void handsPropertiesOnAsEnvironmentVariables() {
    System.setProperty(KEY, "http://127.0.0.1/v1");
    assertThat(new ServerConfiguration().variables())
        .containsEntry("WENSHU_LLM_BASE_URL", "http://127.0.0.1/v1");
  }

  @Test
  void leavesBlankPropertiesOut() {
    System.setProperty(KEY, " ");
    assertThat(new ServerConfiguration().variables()).doesNotContainKey("WENSHU_LLM_BASE_URL");
  }

  @Test
  void namesAllThreeKeysOfADatabase() {
    ServerConfiguration configuration = new ServerConfiguration();
    configuration.putDatabase(
        "wenshu.target", new DatabaseAddress("jdbc:mysql://db/x", new Account("ann", "secret")));
    assertThat(configuration.variables())
        .containsEntry("WENSHU_TARGET_URL", "jdbc:mysql://db/x")
        .containsEntry("WENSHU_TARGET_USER", "ann")
        .containsEntry("WENSHU_TARGET_PASSWORD", "secret");
  }
}
