package org.wenshu.guard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.wenshu.schema.Column;
import org.wenshu.schema.ForeignKey;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.schema.Table;
import org.wenshu.security.policy.ColumnAccess;
import org.wenshu.security.policy.RowFilter;

/**
 * Works out what a policy leaves of a catalogue. What cannot be worked out is withheld: a rule that
 * is no SQL closes its table, a view whose query is unknown or reads what is withheld is closed.
 * Confined to one thread.
 */
final class PermittedSchemaBuilder implements Tables {
  private static final Logger LOG = Logger.getLogger(PermittedSchemaBuilder.class.getName());

  private final SchemaSnapshot whole;
  private final GuardPolicy policy;
  private final RuleExpressions expressions;
  private final Map<String, Optional<PermittedTable>> known = new HashMap<>();

  PermittedSchemaBuilder(SchemaSnapshot whole, GuardPolicy policy) {
    this.whole = whole;
    this.policy = policy;
    this.expressions = new RuleExpressions(whole, policy.limits());
  }

  PermittedSchema build() {
    Map<String, PermittedTable> narrowed = new HashMap<>();
    List<Table> visible = new ArrayList<>();
    for (Table table : whole.tables().values()) {
      Optional<PermittedTable> permitted = table(table.name());
      permitted.ifPresent(p -> visible.add(p.table()));
      permitted
          .filter(p -> !p.isWhole())
          .ifPresent(p -> narrowed.put(table.name().toLowerCase(Locale.ROOT), p));
    }
    if (narrowed.isEmpty() && visible.size() == whole.tables().size()) {
      return new PermittedSchema(whole, Map.of(), policy);
    }
    String version = whole.version() + '/' + policy.fingerprint();
    Map<String, Table> byName = new HashMap<>();
    visible.forEach(t -> byName.put(t.name().toLowerCase(Locale.ROOT), t));
    List<Table> linked = visible.stream().map(t -> withoutDeadKeys(t, byName)).toList();
    return new PermittedSchema(
        SchemaSnapshot.of(whole.database(), version, whole.scannedAt(), linked), narrowed, policy);
  }

  @Override
  public String database() {
    return whole.database();
  }

  /** Views name their columns, whatever their owners wrote. */
  @Override
  public boolean narrowsStars() {
    return false;
  }

  @Override
  public Optional<PermittedTable> table(String name) {
    String key = name.toLowerCase(Locale.ROOT);
    Optional<PermittedTable> table = known.get(key);
    if (table == null) {
      // A view that reads itself, which no server makes, would not exist.
      known.put(key, Optional.empty());
      table = whole.table(name).filter(t -> policy.permits(t.name())).flatMap(this::narrow);
      known.put(key, table);
    }
    return table;
  }

  private Optional<PermittedTable> narrow(Table table) {
    try {
      return Optional.of(narrow(table, open(table)));
    } catch (WithheldException e) {
      LOG.log(Level.WARNING, "{0} is withheld: {1}", new Object[] {table.name(), e.getMessage()});
      return Optional.empty();
    }
  }

  private Optional<OpenedView> open(Table table) {
    if (!table.view() || policy.trusts(table.name())) {
      return Optional.empty();
    }
    try {
      return OpenedView.open(table, this, policy.limits());
    } catch (WithheldException e) {
      // What holds by default must not take away every view that cannot be looked into.
      if (policy.isOpenButForDefaults() && !expressions.understands(table)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private PermittedTable narrow(Table table, Optional<OpenedView> opened) {
    List<RowFilter> filters = policy.access().table(table.name()).filters();
    Map<String, ColumnAccess> columns = new HashMap<>();
    List<Column> visible = new ArrayList<>();
    List<String> hidden = new ArrayList<>();
    List<String> masked = new ArrayList<>();
    for (Column column : table.columns()) {
      boolean below = isMaskedBelow(column, opened);
      ColumnAccess access = access(table, column, below);
      columns.put(column.name(), access);
      if (access.kind() == ColumnAccess.Kind.HIDDEN) {
        hidden.add(column.name());
        continue;
      }
      boolean mask = below || access.kind() == ColumnAccess.Kind.MASKED;
      visible.add(mask || !filters.isEmpty() || opened.isPresent() ? column.withhold() : column);
      if (mask) {
        masked.add(column.name());
      }
    }
    if (hidden.isEmpty() && masked.isEmpty() && filters.isEmpty() && opened.isEmpty()) {
      return PermittedTable.whole(table);
    }
    Table left = with(table, visible);
    return new PermittedTable(
        left,
        PermittedTable.lowerCase(hidden),
        PermittedTable.lowerCase(masked),
        Optional.of(expressions.rows(left, columns, filters, opened)),
        !masked.isEmpty() || !filters.isEmpty() || opened.isPresent());
  }

  /** What is masked below a view is not masked again for its name. */
  private ColumnAccess access(Table table, Column column, boolean maskedBelow) {
    return maskedBelow
        ? policy.columnByRule(table.name(), column)
        : policy.column(table.name(), column);
  }

  private static boolean isMaskedBelow(Column column, Optional<OpenedView> opened) {
    return opened
        .filter(v -> v.masked().contains(column.name().toLowerCase(Locale.ROOT)))
        .isPresent();
  }

  private static Table with(Table table, List<Column> columns) {
    Set<String> names = PermittedTable.lowerCase(columns.stream().map(Column::name).toList());
    boolean keyVisible = names.containsAll(PermittedTable.lowerCase(table.primaryKey()));
    List<ForeignKey> keys =
        table.foreignKeys().stream()
            .filter(k -> names.containsAll(PermittedTable.lowerCase(k.columns())))
            .toList();
    return new Table(
        table.name(),
        table.view(),
        table.comment(),
        columns,
        keyVisible ? table.primaryKey() : List.of(),
        keys,
        table.estimatedRows());
  }

  /** Foreign keys to what is withheld would tell of it. */
  private static Table withoutDeadKeys(Table table, Map<String, Table> visible) {
    List<ForeignKey> keys =
        table.foreignKeys().stream().filter(k -> leadsSomewhere(k, visible)).toList();
    return keys.size() == table.foreignKeys().size()
        ? table
        : new Table(
            table.name(),
            table.view(),
            table.comment(),
            table.columns(),
            table.primaryKey(),
            keys,
            table.estimatedRows(),
            table.definition());
  }

  private static boolean leadsSomewhere(ForeignKey key, Map<String, Table> visible) {
    Table target = visible.get(key.referencedTable().toLowerCase(Locale.ROOT));
    return target != null
        && key.referencedColumns().stream().allMatch(c -> target.column(c).isPresent());
  }
}
