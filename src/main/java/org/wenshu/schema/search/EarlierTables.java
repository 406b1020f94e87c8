package org.wenshu.schema.search;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wenshu.question.EarlierTurn;
import org.wenshu.question.Question;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.schema.Table;
import org.wenshu.sql.parser.ReadTables;

/** The tables that a conversation was about lately: "by month?" names none of them. Stateless. */
final class EarlierTables {
  private static final int TURNS = 3;
  private static final int MOST_TABLES = 12;

  private EarlierTables() {}

  /**
   * The tables that the newest turns showed rows of or read, by their names in lower case, newest
   * turn first and at most {@value #MOST_TABLES}; those that are no longer there are left out.
   */
  static Map<String, Table> in(Question question, SchemaSnapshot snapshot) {
    Map<String, Table> tables = new LinkedHashMap<>();
    question.earlier().stream()
        .limit(TURNS)
        .forEach(
            turn -> {
              turn.subject()
                  .map(EarlierTurn.Subject::table)
                  .ifPresent(t -> add(t, snapshot, tables));
              Optional<Set<String>> read = ReadTables.in(turn.sql());
              read.ifPresent(names -> names.forEach(name -> add(name, snapshot, tables)));
            });
    return tables;
  }

  private static void add(String name, SchemaSnapshot snapshot, Map<String, Table> tables) {
    if (tables.size() < MOST_TABLES) {
      snapshot.table(name).ifPresent(t -> tables.putIfAbsent(name.toLowerCase(Locale.ROOT), t));
    }
  }
}
