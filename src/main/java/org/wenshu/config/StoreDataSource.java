package org.wenshu.config;

import java.util.Map;
import org.eclipse.microprofile.config.Config;

/** Opens connections to Wenshu's own tables ({@code wenshu.store.*}). */
public final class StoreDataSource extends ConfiguredDataSource {
  private static final long serialVersionUID = 1L;

  /** Made by the server's pool. */
  public StoreDataSource() {
    super("wenshu.store");
  }

  @Override
  protected Map<String, String> fixedProperties(Config config) {
    return Map.of(
        "allowMultiQueries",
        "false",
        "autoDeserialize",
        "false",
        "autoReconnect",
        "false",
        // Otherwise every batch first asks the server whether the session may write.
        "readOnlyPropagatesToServer",
        "false");
  }

  @Override
  protected Map<String, String> defaultProperties(Config config) {
    return Map.of(
        "connectTimeout", "5000",
        "socketTimeout", "60000",
        "tcpKeepAlive", "true",
        // A catalogue of thousands of tables is stored in seconds instead of minutes.
        "rewriteBatchedStatements", "true");
  }
}
