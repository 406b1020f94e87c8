package org.wenshu.guard;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.wenshu.schema.SchemaContext;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.schema.Table;

/**
 * The catalogue as one caller may know it. Immutable. Everything that is told of a schema, to a
 * model, a grammar or a person, comes from here.
 */
public final class PermittedSchema implements Tables {
  private final SchemaSnapshot visible;
  private final Map<String, PermittedTable> narrowed;
  private final GuardPolicy policy;

  /**
   * A schema of which something may be withheld.
   *
   * @param narrowed those visible tables of which something is withheld, by name in lower case
   */
  PermittedSchema(
      SchemaSnapshot visible, Map<String, PermittedTable> narrowed, GuardPolicy policy) {
    this.visible = visible;
    this.narrowed = Map.copyOf(narrowed);
    this.policy = policy;
  }

  /** What the policy leaves of the catalogue. */
  static PermittedSchema of(SchemaSnapshot whole, GuardPolicy policy) {
    return policy.isOpen()
        ? new PermittedSchema(whole, Map.of(), policy)
        : new PermittedSchemaBuilder(whole, policy).build();
  }

  /** Tables, columns and sample values that the caller may know of. */
  public SchemaSnapshot snapshot() {
    return visible;
  }

  /** Whether columns or rows of the table are withheld from the caller, or masked. */
  public boolean isNarrowed(String table) {
    return narrowed.containsKey(table.toLowerCase(Locale.ROOT));
  }

  /** What withholds the rest, with the caller's attributes in it. */
  public GuardPolicy policy() {
    return policy;
  }

  /** What is left of tables found in the whole catalogue. */
  public SchemaContext restrict(SchemaContext found) {
    if (found.snapshot().version().equals(visible.version())) {
      return found;
    }
    List<Table> tables =
        found.tables().stream().flatMap(t -> visible.table(t.name()).stream()).toList();
    return new SchemaContext(visible, tables);
  }

  @Override
  public String database() {
    return visible.database();
  }

  @Override
  public boolean narrowsStars() {
    return policy.star() == GuardPolicy.Star.PERMITTED_COLUMNS;
  }

  @Override
  public Optional<PermittedTable> table(String name) {
    PermittedTable table = narrowed.get(name.toLowerCase(Locale.ROOT));
    return table == null ? visible.table(name).map(PermittedTable::whole) : Optional.of(table);
  }
}
