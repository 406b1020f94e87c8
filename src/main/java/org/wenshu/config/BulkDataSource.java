package org.wenshu.config;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.config.Config;

/**
 * Opens connections to Wenshu's own tables that move many rows ({@code wenshu.store.*}). They alone
 * may load local data, which is always a stream from memory: no statement of ours names a file.
 */
public final class BulkDataSource extends ConfiguredDataSource {
  private static final long serialVersionUID = 1L;

  /** Made by the server's pool. */
  public BulkDataSource() {
    super("wenshu.store");
  }

  @Override
  protected Map<String, String> fixedProperties(Config config) {
    return Map.of(
        "allowMultiQueries", "false",
        "autoDeserialize", "false",
        "autoReconnect", "false",
        "allowLoadLocalInfile", "true",
        "allowUrlInLocalInfile", "false");
  }

  @Override
  protected Map<String, String> defaultProperties(Config config) {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("connectTimeout", "5000");
    properties.put("socketTimeout", "60000");
    properties.put("tcpKeepAlive", "true");
    properties.put("fallbackToSystemKeyStore", "false");
    properties.put("rewriteBatchedStatements", "true");
    return properties;
  }
}
