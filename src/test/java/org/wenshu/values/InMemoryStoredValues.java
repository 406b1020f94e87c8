package org.wenshu.values;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wenshu.error.ErrorCode;
import org.wenshu.error.WenshuException;
import org.wenshu.question.Wording;

/** Stored values held in memory; columns nobody filled cannot be read. */
final class InMemoryStoredValues implements StoredValues {
  private final Map<String, List<String>> columns = new HashMap<>();
  private final boolean caseSensitive;
  private final boolean padded;
  final List<String> reads = new ArrayList<>();

  InMemoryStoredValues() {
    this(false, false);
  }

  InMemoryStoredValues(boolean caseSensitive, boolean padded) {
    this.caseSensitive = caseSensitive;
    this.padded = padded;
  }

  InMemoryStoredValues with(String column, String... values) {
    columns.put(column, List.of(values));
    return this;
  }

  void lose(String column) {
    columns.remove(column);
  }

  @Override
  public synchronized Content read(String table, String column, int limit) {
    reads.add(table + "." + column);
    List<String> values = columns.get(table + "." + column);
    if (values == null) {
      throw new WenshuException(
          ErrorCode.DATABASE_UNAVAILABLE, new Wording("没有", "There are none"));
    }
    return new Content(values.subList(0, Math.min(limit, values.size())), caseSensitive, padded);
  }
}
