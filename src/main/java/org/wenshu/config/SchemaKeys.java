package org.wenshu.config;

import java.time.Duration;
import org.eclipse.microprofile.config.Config;
import org.wenshu.schema.SchemaConfig;

/** Reads {@code wenshu.schema.*}. */
final class SchemaKeys {
  private static final int MAX_TARGET_LENGTH = 255;

  private final Config config;

  private SchemaKeys(Config config) {
    this.config = config;
  }

  static SchemaConfig read(Config config) {
    return new SchemaKeys(config).schema();
  }

  /** Host, port and database of {@code wenshu.target.url}, without credentials and properties. */
  static String target(Config config) {
    String url = config.getOptionalValue("wenshu.target.url", String.class).orElse("");
    String target = url.replaceFirst("^.*//([^@/]*@)?", "").replaceFirst("\\?.*$", "");
    return target.substring(0, Math.min(target.length(), MAX_TARGET_LENGTH));
  }

  private SchemaConfig schema() {
    SchemaConfig defaults = SchemaConfig.defaults();
    return new SchemaConfig(
        duration("refresh-interval", defaults.refreshInterval()),
        duration("retry-interval", defaults.retryInterval()),
        duration("scan-timeout", defaults.scanTimeout()),
        duration("statement-timeout", defaults.statementTimeout()),
        sampling(defaults.sampling()),
        linking(defaults.linking()));
  }

  private SchemaConfig.Sampling sampling(SchemaConfig.Sampling defaults) {
    return new SchemaConfig.Sampling(
        duration("sampling-timeout", defaults.timeout()),
        duration("sampling-statement-timeout", defaults.statementTimeout()),
        number("sampling-max-values", defaults.maxValues()),
        number("sampling-max-length", defaults.maxLength()),
        number("sampling-max-rows", Math.toIntExact(defaults.maxRows())));
  }

  private SchemaConfig.Linking linking(SchemaConfig.Linking defaults) {
    return new SchemaConfig.Linking(
        number("linking-all-tables", defaults.allTables()),
        number("linking-all-columns", defaults.allColumns()),
        number("linking-max-tables", defaults.maxTables()),
        number("linking-max-joined", defaults.maxJoined()));
  }

  private Duration duration(String key, Duration otherwise) {
    return config.getOptionalValue("wenshu.schema." + key, Duration.class).orElse(otherwise);
  }

  private int number(String key, int otherwise) {
    return config.getOptionalValue("wenshu.schema." + key, Integer.class).orElse(otherwise);
  }
}
