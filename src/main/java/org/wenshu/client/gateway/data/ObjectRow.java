package org.wenshu.client.gateway.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A row of a schema.
 *
 * @param schema the name of the schema; empty for the one that the import names
 * @param values the values by field: texts, numbers, booleans; null where there is none
 */
public record ObjectRow(String schema, Map<String, Object> values) {
  /** A row, whose values are copied in their order. */
  public ObjectRow {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }
}
