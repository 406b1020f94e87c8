package org.wenshu.schema.scan;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.wenshu.question.Deadline;
import org.wenshu.schema.Column;
import org.wenshu.schema.SchemaConfig;
import org.wenshu.schema.SchemaSnapshot;

/**
 * Reads the distinct values of text columns that have few, many columns in one statement, small
 * tables first. Where time runs out, the values of the previous scan stay. Not thread-safe.
 */
final class ValueSampler {
  private static final Logger LOG = Logger.getLogger(ValueSampler.class.getName());
  private static final int BATCH = 40;

  private final BoundedReads reads;
  private final SchemaConfig.Sampling config;
  private final Deadline deadline;

  ValueSampler(BoundedReads reads, SchemaConfig.Sampling config, Deadline deadline) {
    this.reads = reads;
    this.config = config;
    this.deadline = deadline.atMost(config.timeout());
  }

  void sample(List<ScannedTable> tables, Optional<SchemaSnapshot> previous) {
    List<SampledColumn> light = new ArrayList<>();
    List<SampledColumn> heavy = new ArrayList<>();
    for (ScannedTable table : bySize(tables)) {
      for (ScannedColumn column : table.columns()) {
        if (column.isEnumerated()) {
          column.values(EnumType.values(column.facts().columnType()));
        } else if (column.isSampled() && !table.view()) {
          column.values(before(table, column, previous));
          boolean large = table.estimatedRows() > config.maxRows();
          if (!large) {
            light.add(new SampledColumn(table.name(), column));
          } else if (column.facts().key() != Column.Key.NONE) {
            heavy.add(new SampledColumn(table.name(), column));
          }
        }
      }
    }
    for (int i = 0; i < light.size(); i += BATCH) {
      read(light.subList(i, Math.min(light.size(), i + BATCH)));
    }
    heavy.forEach(column -> read(List.of(column)));
  }

  private static List<ScannedTable> bySize(List<ScannedTable> tables) {
    return tables.stream().sorted(Comparator.comparingLong(ScannedTable::estimatedRows)).toList();
  }

  private static List<String> before(
      ScannedTable table, ScannedColumn column, Optional<SchemaSnapshot> previous) {
    return previous
        .flatMap(snapshot -> snapshot.table(table.name()))
        .flatMap(t -> t.column(column.facts().name()))
        .filter(c -> c.columnType().equals(column.facts().columnType()))
        .map(Column::sampleValues)
        .orElse(List.of());
  }

  /** One unreadable column must not cost the others their values, so a failed batch is halved. */
  private void read(List<SampledColumn> batch) {
    if (deadline.isPassed()) {
      return;
    }
    try {
      readTogether(batch);
    } catch (SQLException e) {
      LOG.log(Level.FINE, e, () -> "Cannot sample " + batch);
      if (batch.size() > 1) {
        read(batch.subList(0, batch.size() / 2));
        read(batch.subList(batch.size() / 2, batch.size()));
      }
    }
  }

  private void readTogether(List<SampledColumn> batch) throws SQLException {
    List<DistinctValues> found = new ArrayList<>();
    StringBuilder sql = new StringBuilder();
    for (SampledColumn column : batch) {
      sql.append(found.isEmpty() ? "" : " UNION ALL ");
      column.appendSelect(sql, found.size(), config.maxValues() + 1, config.maxLength() + 1);
      found.add(new DistinctValues(config.maxValues(), config.maxLength()));
    }
    reads.each(
        sql.toString(),
        deadline,
        config.statementTimeout(),
        row -> found.get(row.getInt(1)).add(row.getString(2)));
    for (int i = 0; i < batch.size(); i++) {
      batch.get(i).column().values(found.get(i).sorted());
    }
  }
}
