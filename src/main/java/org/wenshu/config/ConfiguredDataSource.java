package org.wenshu.config;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.Map;
import java.util.Properties;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Opens connections to the MySQL that configuration names: {@code <prefix>.url}, {@code
 * <prefix>.user}, {@code <prefix>.password}. The server's pool sits on top of it, so that one WAR
 * finds its databases on every server without a change to that server. What the pool hands in
 * (server name, user, password) is ignored. Thread-safe; configuration is read for each connection,
 * so that the WAR deploys while nothing is configured yet.
 */
public abstract class ConfiguredDataSource extends MysqlDataSource {
  private static final long serialVersionUID = 1L;
  private static final String NO_CONNECTION = "08001";

  private final String prefix;

  /** A source that reads the keys under this prefix, such as {@code wenshu.target}. */
  protected ConfiguredDataSource(String prefix) {
    this.prefix = prefix;
  }

  /** The configuration to read. */
  Config config() {
    return ConfigProvider.getConfig(getClass().getClassLoader());
  }

  /** Driver properties that win over those in the URL. */
  protected abstract Map<String, String> fixedProperties(Config config);

  /**
   * Driver properties for what the URL leaves open. The key store of the application server is its
   * own: shown as a client's certificate, it makes a database that asks for one end the handshake.
   */
  protected Map<String, String> defaultProperties(Config config) {
    return Map.of(
        "connectTimeout", "5000", "tcpKeepAlive", "true", "fallbackToSystemKeyStore", "false");
  }

  /** Sets up a connection just opened; it is closed when this throws. */
  protected void prepare(Connection connection, Config config) throws SQLException {}

  @Override
  public Connection getConnection() throws SQLException {
    Config config = config();
    String url = url(config);
    Connection connection = mysqlDriver.connect(url, properties(config, url));
    if (connection == null) {
      throw new SQLNonTransientConnectionException(
          prefix + ".url must begin with jdbc:mysql:", NO_CONNECTION);
    }
    return prepared(connection, config);
  }

  private Connection prepared(Connection connection, Config config) throws SQLException {
    try {
      prepare(connection, config);
      return connection;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /** Ignores both arguments: servers hand in blanks when their own configuration names nobody. */
  @Override
  public Connection getConnection(String userName, String passWord) throws SQLException {
    return getConnection();
  }

  private Properties properties(Config config, String url) {
    Properties properties = new Properties();
    defaultProperties(config)
        .forEach(
            (name, value) -> {
              if (!url.contains(name + "=")) {
                properties.setProperty(name, value);
              }
            });
    properties.putAll(fixedProperties(config));
    optional(config, "user", properties);
    optional(config, "password", properties);
    return properties;
  }

  private void optional(Config config, String key, Properties properties) {
    config
        .getOptionalValue(prefix + "." + key, String.class)
        .ifPresent(value -> properties.setProperty(key, value));
  }

  /** The address of the database. */
  String url(Config config) throws SQLException {
    return config
        .getOptionalValue(prefix + ".url", String.class)
        .orElseThrow(
            () ->
                new SQLNonTransientConnectionException(
                    prefix + ".url is not configured", NO_CONNECTION));
  }
}
