package org.wenshu.knowledge.configuration;

import java.util.List;
import java.util.Optional;

/**
 * Keeps configuration. Every change is one transaction and makes the version grow by one; changes
 * are seen by all nodes at once. Implementations are thread-safe and throw {@link
 * org.wenshu.error.WenshuException} with KNOWLEDGE_UNAVAILABLE when the database fails.
 */
public interface ConfigurationStore {
  /** One value. */
  Optional<String> find(ConfigurationKey name);

  /** Sets all these values; the version after that. */
  long put(List<ConfigurationEntry> entries);

  /** Sets a value unless there is one; whether it did. */
  boolean add(ConfigurationEntry entry);

  /** Removes all these values, as far as they are there; the version after that. */
  long delete(List<ConfigurationKey> names);

  /** Everything of a type in the order of its keys; empty for an unknown type. */
  List<ConfigurationEntry> ofType(String type);

  /** Everything, at one moment. */
  ConfigurationSnapshot all();

  /** The current version. */
  long version();
}
