package org.wenshu.launcher;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The application's configuration as environment variables: they reach the server's process without
 * showing passwords in the list of processes.
 */
final class ServerConfiguration {
  private static final String PREFIX = "wenshu.";

  private final Map<String, String> variables = new TreeMap<>();

  /** Starts from the {@code wenshu.*} system properties of this process; blank ones are absent. */
  ServerConfiguration() {
    for (String key : System.getProperties().stringPropertyNames()) {
      if (key.startsWith(PREFIX) && !System.getProperty(key).isBlank()) {
        put(key, System.getProperty(key));
      }
    }
  }

  void put(String key, String value) {
    variables.put(variable(key), value);
  }

  /** Unless this process was told otherwise. */
  void putDefault(String key, String value) {
    if (System.getenv(variable(key)) == null) {
      variables.putIfAbsent(variable(key), value);
    }
  }

  void putDatabase(String prefix, DatabaseAddress database) {
    put(prefix + ".url", database.url());
    put(prefix + ".user", database.account().user());
    put(prefix + ".password", database.account().password());
  }

  Map<String, String> variables() {
    return Map.copyOf(variables);
  }

  /** The name MicroProfile Config looks for in the environment. */
  static String variable(String key) {
    return key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }
}
