package org.wenshu.config;

import java.sql.SQLException;
import java.util.Map;
import org.eclipse.microprofile.config.Config;

/**
 * Opens connections that write ticks brought by ingest into the table they are read from ({@code
 * wenshu.feed.ingest.*}); the address is that of the database being asked where no other is given.
 */
public final class IngestDataSource extends ConfiguredDataSource {
  private static final long serialVersionUID = 1L;

  /** Made by the server's pool. */
  public IngestDataSource() {
    super("wenshu.feed.ingest");
  }

  @Override
  String url(Config config) throws SQLException {
    return config.getOptionalValue("wenshu.feed.ingest.url", String.class).isPresent()
        ? super.url(config)
        : config.getOptionalValue("wenshu.target.url", String.class).orElse("");
  }

  @Override
  protected Map<String, String> fixedProperties(Config config) {
    return Map.of(
        "allowMultiQueries", "false",
        "allowLoadLocalInfile", "false",
        "allowUrlInLocalInfile", "false",
        "autoDeserialize", "false",
        "autoReconnect", "false",
        // A value that does not fit is refused, not cut.
        "sessionVariables", "sql_mode='STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION'");
  }

  @Override
  protected Map<String, String> defaultProperties(Config config) {
    return Map.of(
        "connectTimeout", "5000",
        "socketTimeout", "20000",
        "tcpKeepAlive", "true",
        "fallbackToSystemKeyStore", "false");
  }
}
