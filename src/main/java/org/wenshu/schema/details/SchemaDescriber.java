package org.wenshu.schema.details;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.wenshu.question.Wording;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.schema.Table;

/**
 * Describes tables, views and what connects them (contract RAG-MCP, section 4.10). Tells only what
 * the given snapshot holds, which is what the guard leaves of the catalogue for a caller; what the
 * snapshot lacks is looked up in the database at most once in a while. Thread-safe.
 */
public final class SchemaDescriber {
  private static final Wording STALE =
      new Wording(
          "数据库目录暂时无法读取，所示信息可能已过时",
          "The database cannot be read now; what is shown may be out of date");

  private final CurrentFacts facts;
  private final Supplier<SchemaSnapshot> whole;

  /**
   * A describer of the database behind that data source.
   *
   * @param whole the current catalogue, nothing withheld
   */
  public SchemaDescriber(
      DataSource dataSource, DetailsConfig config, Supplier<SchemaSnapshot> whole) {
    this(new JdbcFacts(dataSource), config, whole);
  }

  SchemaDescriber(FactsSource source, DetailsConfig config, Supplier<SchemaSnapshot> whole) {
    this.facts = new CurrentFacts(source, config);
    this.whole = whole;
  }

  /**
   * One table or view in any letter case; empty when the caller knows none of that name. May wait
   * for the database, no longer than configured; never fails because of it.
   *
   * @param visible what the caller may know
   * @param relationships whether they are asked for
   */
  public Optional<Described<TableDetails>> table(
      SchemaSnapshot visible, String name, boolean relationships) {
    return visible
        .table(name)
        .map(
            table -> {
              Telling telling = telling(visible, relationships);
              return new Described<>(telling.writer().table(table), telling.warning());
            });
  }

  /** All tables and views the caller may know. Waits like {@link #table}. */
  public Described<SchemaDetails> schema(SchemaSnapshot visible, boolean relationships) {
    Telling telling = telling(visible, relationships);
    List<TableDetails> tables = new ArrayList<>();
    List<ViewDetails> views = new ArrayList<>();
    for (Table table : visible.tables().values()) {
      if (table.view()) {
        views.add(telling.writer().view(table));
      } else {
        tables.add(telling.writer().table(table));
      }
    }
    return new Described<>(
        new SchemaDetails(
            visible.database(), tables, views, visible.version(), visible.scannedAt()),
        telling.warning());
  }

  private Telling telling(SchemaSnapshot visible, boolean relationships) {
    SchemaSnapshot everything = whole.get();
    CurrentFacts.Known known = facts.of(everything.version());
    DetailsWriter writer =
        new DetailsWriter(
            visible,
            new WithheldNames(everything, visible),
            known.facts(),
            relationships ? new Relationships(visible, known.facts()) : Relationships.none());
    return new Telling(writer, known.stale() ? Optional.of(STALE) : Optional.empty());
  }

  private record Telling(DetailsWriter writer, Optional<Wording> warning) {}
}
