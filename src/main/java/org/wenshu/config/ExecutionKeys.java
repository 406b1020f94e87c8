package org.wenshu.config;

import java.time.Duration;
import org.eclipse.microprofile.config.Config;
import org.wenshu.execution.ExecutionConfig;

/** Reads {@code wenshu.execution.*}. */
final class ExecutionKeys {
  private ExecutionKeys() {}

  static ExecutionConfig read(Config config) {
    ExecutionConfig defaults = ExecutionConfig.defaults();
    return new ExecutionConfig(
        config
            .getOptionalValue("wenshu.execution.timeout", Duration.class)
            .orElse(defaults.timeout()),
        config
            .getOptionalValue("wenshu.execution.max-rows", Integer.class)
            .orElse(defaults.maxRows()),
        config
            .getOptionalValue("wenshu.execution.max-bytes", Long.class)
            .orElse(defaults.maxBytes()),
        config
            .getOptionalValue("wenshu.execution.max-estimated-rows", Long.class)
            .orElse(defaults.maxEstimatedRows()));
  }
}
