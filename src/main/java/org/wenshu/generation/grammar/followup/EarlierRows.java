package org.wenshu.generation.grammar.followup;

import java.util.List;
import java.util.Optional;
import org.wenshu.generation.grammar.intent.Fact;
import org.wenshu.generation.grammar.lexicon.ElementRef;
import org.wenshu.question.EarlierTurn;
import org.wenshu.schema.Column;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.schema.Table;
import org.wenshu.sql.parser.ReadTables;

/**
 * The rows an earlier answer showed, as a later statement can be bound to them: by their keys where
 * those were shown, else by the earlier statement. What the asker may no longer read does not come
 * back this way: every table of the earlier statement must be in the schema. Stateless.
 */
final class EarlierRows {
  /** Statements that tell more keys than fit this many characters would be refused. */
  private static final int LONGEST_KEYS = 12_000;

  private EarlierRows() {}

  /** The table the rows are of, when it and all they were found by may be read. */
  static Optional<Table> table(EarlierTurn turn, SchemaSnapshot schema) {
    boolean open =
        ReadTables.in(turn.sql())
            .filter(names -> names.stream().allMatch(name -> schema.table(name).isPresent()))
            .isPresent();
    return turn.subject().filter(s -> open).flatMap(s -> schema.table(s.table()));
  }

  /** The rows; empty when they have no key of one column or cannot be told any more. */
  static Optional<Fact.Shown> of(EarlierTurn turn, SchemaSnapshot schema) {
    return table(turn, schema).flatMap(table -> key(table).flatMap(key -> shown(turn, table, key)));
  }

  private static Optional<Column> key(Table table) {
    List<String> key = table.primaryKey();
    return key.size() == 1 ? table.column(key.get(0)) : Optional.empty();
  }

  private static Optional<Fact.Shown> shown(EarlierTurn turn, Table table, Column key) {
    ElementRef ref = new ElementRef(table, key, 1);
    return turn.subject()
        .flatMap(EarlierTurn.Subject::keys)
        .filter(keys -> keys.column().equalsIgnoreCase(key.name()) && length(keys) <= LONGEST_KEYS)
        .map(keys -> Fact.Shown.keys(ref, keys.values()))
        .or(() -> KeyStatement.of(turn.sql(), table, key).map(sql -> Fact.Shown.by(ref, sql)));
  }

  private static int length(EarlierTurn.Keys keys) {
    return keys.values().stream().mapToInt(value -> value.toString().length() + 4).sum();
  }
}
