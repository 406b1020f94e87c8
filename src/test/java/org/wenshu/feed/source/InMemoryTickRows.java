package org.wenshu.feed.source;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.wenshu.feed.Field;
import org.wenshu.feed.Tick;

/** A table in memory; a price is the id of its row. */
final class InMemoryTickRows implements TickRows {
  private final TreeMap<Long, TickRow> rows = new TreeMap<>();

  /** A row that nobody can read. */
  void spoil(long id) {
    rows.put(id, new TickRow.Unusable(id, new IllegalArgumentException("price")));
  }

  void insert(long id) {
    update(id, Long.toString(id));
  }

  void update(long id, String price) {
    Tick tick =
        new Tick(
            TableColumns.SOURCE,
            "AAPL",
            Instant.EPOCH,
            OptionalLong.of(id),
            Map.of(Field.PRICE, new BigDecimal(price)),
            Map.of(),
            Optional.empty());
    rows.put(id, new TickRow.Usable(tick));
  }

  @Override
  public long lastId() {
    return rows.isEmpty() ? 0 : rows.lastKey();
  }

  @Override
  public List<TickRow> newest(long upTo) {
    return rows.headMap(upTo, true).isEmpty()
        ? List.of()
        : List.of(rows.headMap(upTo, true).lastEntry().getValue());
  }

  @Override
  public List<TickRow> after(long id, int most) {
    return rows.tailMap(id, false).values().stream().limit(most).toList();
  }

  @Override
  public List<TickRow> byId(Collection<Long> ids) {
    return ids.stream().filter(rows::containsKey).map(rows::get).toList();
  }

  @Override
  public List<TickRow> after(long id, Collection<String> symbols, int most) {
    return after(id, most);
  }
}
