package org.wenshu.client.gateway.data;

import java.util.Map;

/**
 * The whole configuration at one time.
 *
 * @param values values by key by type
 * @param version counts every change
 */
public record ConfigSnapshot(Map<String, Map<String, String>> values, long version) {
  /** A snapshot, copied. */
  public ConfigSnapshot {
    values = Map.copyOf(values);
  }
}
