package org.wenshu.client.gateway.data;

import java.util.Optional;

/**
 * A configuration value.
 *
 * @param type the kind of configuration, such as {@code prompt}
 * @param key the name within its kind
 * @param value the value, usually JSON as text; absent if the server has none
 */
public record ConfigValue(String type, String key, Optional<String> value) {
  /** A value to be stored. */
  public ConfigValue(String type, String key, String value) {
    this(type, key, Optional.of(value));
  }
}
