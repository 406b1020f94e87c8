package org.wenshu.knowledge.configuration;

import java.util.List;

/** All values at one moment, in the order of their types and keys. */
public record ConfigurationSnapshot(long version, List<ConfigurationEntry> entries) {
  /** Copies the list. */
  public ConfigurationSnapshot {
    entries = List.copyOf(entries);
  }
}
