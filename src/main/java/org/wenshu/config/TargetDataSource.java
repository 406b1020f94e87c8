package org.wenshu.config;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.wenshu.execution.ExecutionConfig;
import org.wenshu.execution.ReadOnlySession;

/**
 * Opens connections to the database being asked ({@code wenshu.target.*}), each a session that only
 * reads: driver features that reach beyond one statement are off whatever the URL says, and {@link
 * ReadOnlySession} pins the rest on the server.
 */
public class TargetDataSource extends ConfiguredDataSource {
  private static final long serialVersionUID = 1L;

  /** How much longer than a statement a silent network may last before a read gives up. */
  private static final Duration NETWORK_GRACE = Duration.ofSeconds(60);

  /** After how long without use a connection is asked whether the server still answers. */
  private static final Duration IDLE = Duration.ofSeconds(5);

  /** Made by the server's pool. */
  public TargetDataSource() {
    super("wenshu.target");
  }

  @Override
  public Connection getConnection() throws SQLException {
    return LastingConnection.open(super::getConnection, IDLE);
  }

  @Override
  protected Map<String, String> fixedProperties(Config config) {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("allowMultiQueries", "false");
    properties.put("allowLoadLocalInfile", "false");
    properties.put("allowUrlInLocalInfile", "false");
    properties.put("autoDeserialize", "false");
    properties.put("autoReconnect", "false");
    properties.put("useServerPrepStmts", "false");
    properties.put("tinyInt1isBit", "false");
    properties.put("yearIsDateType", "false");
    properties.put("netTimeoutForStreamingResults", "0");
    properties.put("sessionVariables", "sql_mode='" + ReadOnlySession.SQL_MODE + "'");
    return properties;
  }

  @Override
  protected Map<String, String> defaultProperties(Config config) {
    Map<String, String> properties = new LinkedHashMap<>(super.defaultProperties(config));
    Duration silence = ExecutionKeys.read(config).timeout().plus(NETWORK_GRACE);
    properties.put("socketTimeout", Long.toString(silence.toMillis()));
    return properties;
  }

  @Override
  protected void prepare(Connection connection, Config config) throws SQLException {
    ExecutionConfig limits = ExecutionKeys.read(config);
    ReadOnlySession.begin(connection, limits);
  }
}
