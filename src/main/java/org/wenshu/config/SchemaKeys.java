package org.wenshu.config;

import org.eclipse.microprofile.config.Config;
import org.wenshu.schema.SchemaConfig;
import org.wenshu.schema.details.DetailsConfig;

/** Reads {@code wenshu.schema.*}. */
final class SchemaKeys {
  private static final int MAX_TARGET_LENGTH = 255;

  private SchemaKeys() {}

  static SchemaConfig read(Config config) {
    Settings settings = new Settings(config, "wenshu.schema.");
    SchemaConfig defaults = SchemaConfig.defaults();
    return new SchemaConfig(
        settings.duration("refresh-interval", defaults.refreshInterval()),
        settings.duration("retry-interval", defaults.retryInterval()),
        settings.duration("scan-timeout", defaults.scanTimeout()),
        settings.duration("statement-timeout", defaults.statementTimeout()),
        sampling(settings, defaults.sampling()),
        linking(settings, defaults.linking()));
  }

  /** Details are as fresh as the catalogue, unless something else is configured. */
  static DetailsConfig details(Config config, SchemaConfig catalogue) {
    Settings settings = new Settings(config, "wenshu.schema.");
    return new DetailsConfig(
        settings.duration("details-max-age", catalogue.refreshInterval()),
        settings.duration("details-timeout", DetailsConfig.defaults().timeout()),
        settings.duration("retry-interval", catalogue.retryInterval()));
  }

  /** Host, port and database of {@code wenshu.target.url}, without credentials and properties. */
  static String target(Config config) {
    String url = config.getOptionalValue("wenshu.target.url", String.class).orElse("");
    String target = url.replaceFirst("^.*//([^@/]*@)?", "").replaceFirst("\\?.*$", "");
    return target.substring(0, Math.min(target.length(), MAX_TARGET_LENGTH));
  }

  private static SchemaConfig.Sampling sampling(Settings settings, SchemaConfig.Sampling defaults) {
    return new SchemaConfig.Sampling(
        settings.duration("sampling-timeout", defaults.timeout()),
        settings.duration("sampling-statement-timeout", defaults.statementTimeout()),
        settings.number("sampling-max-values", defaults.maxValues()),
        settings.number("sampling-max-length", defaults.maxLength()),
        settings.number("sampling-max-rows", Math.toIntExact(defaults.maxRows())));
  }

  private static SchemaConfig.Linking linking(Settings settings, SchemaConfig.Linking defaults) {
    return new SchemaConfig.Linking(
        settings.number("linking-all-tables", defaults.allTables()),
        settings.number("linking-all-columns", defaults.allColumns()),
        settings.number("linking-max-tables", defaults.maxTables()),
        settings.number("linking-max-joined", defaults.maxJoined()));
  }
}
