package org.wenshu.knowledge.configuration;

/** One value with its name; the value is often JSON text. */
public record ConfigurationEntry(ConfigurationKey name, String value) {
  /** A value under that type and key. */
  public ConfigurationEntry(String type, String key, String value) {
    this(new ConfigurationKey(type, key), value);
  }
}
