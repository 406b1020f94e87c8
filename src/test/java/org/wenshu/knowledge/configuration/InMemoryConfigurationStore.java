package org.wenshu.knowledge.configuration;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Configuration that is gone with the test. */
public final class InMemoryConfigurationStore implements ConfigurationStore {
  private final Map<ConfigurationKey, String> values =
      new TreeMap<>(
          Comparator.comparing(ConfigurationKey::type).thenComparing(ConfigurationKey::key));
  private long version = 1;

  @Override
  public synchronized Optional<String> find(ConfigurationKey name) {
    return Optional.ofNullable(values.get(name));
  }

  @Override
  public synchronized long put(List<ConfigurationEntry> entries) {
    entries.forEach(entry -> values.put(entry.name(), entry.value()));
    return ++version;
  }

  @Override
  public synchronized boolean add(ConfigurationEntry entry) {
    return values.putIfAbsent(entry.name(), entry.value()) == null;
  }

  @Override
  public synchronized long delete(List<ConfigurationKey> names) {
    names.forEach(values::remove);
    return ++version;
  }

  @Override
  public synchronized List<ConfigurationEntry> ofType(String type) {
    return entries().stream().filter(entry -> entry.name().type().equals(type)).toList();
  }

  @Override
  public synchronized ConfigurationSnapshot all() {
    return new ConfigurationSnapshot(version, entries());
  }

  @Override
  public synchronized long version() {
    return version;
  }

  private List<ConfigurationEntry> entries() {
    return values.entrySet().stream()
        .map(value -> new ConfigurationEntry(value.getKey(), value.getValue()))
        .toList();
  }
}
