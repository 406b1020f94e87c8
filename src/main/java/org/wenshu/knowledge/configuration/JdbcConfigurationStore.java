package org.wenshu.knowledge.configuration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wenshu.knowledge.tables.StoreAccess;

/**
 * Keeps configuration in the tables {@code gateway_configuration} and {@code
 * gateway_configuration_version}. Thread-safe.
 */
public final class JdbcConfigurationStore implements ConfigurationStore {
  private static final String PUT =
      "INSERT INTO gateway_configuration (config_type, config_key, config_value) VALUES (?, ?, ?)"
          + " ON DUPLICATE KEY UPDATE config_value = VALUES(config_value)";
  private static final String ADD =
      "INSERT IGNORE INTO gateway_configuration (config_type, config_key, config_value)"
          + " VALUES (?, ?, ?)";
  private static final String DELETE =
      "DELETE FROM gateway_configuration WHERE config_type = ? AND config_key = ?";
  private static final String FIND =
      "SELECT config_value FROM gateway_configuration WHERE config_type = ? AND config_key = ?";
  private static final String OF_TYPE =
      "SELECT config_type, config_key, config_value FROM gateway_configuration"
          + " WHERE config_type = ? ORDER BY config_key";
  private static final String ALL =
      "SELECT config_type, config_key, config_value FROM gateway_configuration"
          + " ORDER BY config_type, config_key";
  private static final String GROW =
      "UPDATE gateway_configuration_version SET version = version + 1";
  private static final String VERSION = "SELECT version FROM gateway_configuration_version";

  private final StoreAccess store;

  /** Keeps it in that store. */
  public JdbcConfigurationStore(StoreAccess store) {
    this.store = store;
  }

  @Override
  public Optional<String> find(ConfigurationKey name) {
    return store.read(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(FIND)) {
            bind(select, name);
            try (ResultSet row = select.executeQuery()) {
              return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
          }
        });
  }

  /** The version is raised first: its row makes changes wait for each other. */
  @Override
  public long put(List<ConfigurationEntry> entries) {
    return store.write(
        connection -> {
          long version = grow(connection);
          try (PreparedStatement insert = connection.prepareStatement(PUT)) {
            for (ConfigurationEntry entry : entries) {
              bind(insert, entry.name());
              insert.setString(3, entry.value());
              insert.addBatch();
            }
            insert.executeBatch();
          }
          return version;
        });
  }

  @Override
  public boolean add(ConfigurationEntry entry) {
    return store.write(
        connection -> {
          long version = grow(connection);
          try (PreparedStatement insert = connection.prepareStatement(ADD)) {
            bind(insert, entry.name());
            insert.setString(3, entry.value());
            return version > 0 && insert.executeUpdate() > 0;
          }
        });
  }

  @Override
  public long delete(List<ConfigurationKey> names) {
    return store.write(
        connection -> {
          long version = grow(connection);
          try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
            for (ConfigurationKey name : names) {
              bind(delete, name);
              delete.addBatch();
            }
            delete.executeBatch();
          }
          return version;
        });
  }

  @Override
  public List<ConfigurationEntry> ofType(String type) {
    return store.read(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(OF_TYPE)) {
            select.setString(1, type);
            return entries(select);
          }
        });
  }

  @Override
  public ConfigurationSnapshot all() {
    return store.write(
        connection -> {
          long version = version(connection);
          try (PreparedStatement select = connection.prepareStatement(ALL)) {
            return new ConfigurationSnapshot(version, entries(select));
          }
        });
  }

  @Override
  public long version() {
    return store.read(JdbcConfigurationStore::version);
  }

  private static long grow(Connection connection) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(GROW)) {
      update.executeUpdate();
    }
    return version(connection);
  }

  private static long version(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(VERSION);
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private static List<ConfigurationEntry> entries(PreparedStatement select) throws SQLException {
    List<ConfigurationEntry> entries = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        entries.add(new ConfigurationEntry(row.getString(1), row.getString(2), row.getString(3)));
      }
    }
    return entries;
  }

  private static void bind(PreparedStatement statement, ConfigurationKey name) throws SQLException {
    statement.setString(1, name.type());
    statement.setString(2, name.key());
  }
}
