package org.wenshu.guard;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.wenshu.sql.MySqlLexer;
import org.wenshu.sql.SqlToken;

/**
 * Statements of both corpora with pieces moved, lost, doubled, swapped, torn, commented and
 * wrapped. The same seed gives the same mutants.
 */
final class Mutants {
  private static final String SPLINTERS = "'\"`\\/*-#;() @!%\0\t\n\u000b\u00a0\u3000\u200b\ufeff";
  private static final List<String> INTRUDERS =
      List.of(
          " INTO OUTFILE 'mutant'",
          " INTO @a",
          " FOR UPDATE",
          " LOCK IN SHARE MODE",
          " FOR UPDATE SKIP LOCKED",
          " INTO DUMPFILE 'mutant'",
          " PROCEDURE ANALYSE()",
          " RETURNING id",
          " FOR SYSTEM_TIME ALL",
          " @a := ",
          " @@version",
          ", SLEEP(9)",
          ", `SLEEP`(9)",
          ", shop.fn_touch(3)",
          ", NEXTVAL(s1)",
          ", RELEASE_ALL_LOCKS()",
          ", REPEAT('a', 1000)",
          " OR name REGEXP '(a+)+$'",
          " SLEEP(9)",
          " GET_LOCK('mutant', 9)",
          " fn_touch(1)",
          " LOAD_FILE('/etc/passwd')",
          " BENCHMARK(999999999, 1)",
          "/*! , SLEEP(9) */",
          "/*M! , fn_touch(2) */",
          "/*!50000 ; DELETE FROM orders */",
          "/*+ MAX_EXECUTION_TIME(0) */",
          "; DELETE FROM orders",
          " UNION SELECT token FROM user_credentials",
          " UNION SELECT phone FROM customers",
          ", (SELECT salary FROM employees LIMIT 1)",
          " OR 1 = 1",
          " -- ",
          " # ",
          "/*",
          "/**/",
          "-- \n",
          " 0x53454c454354",
          " x'27'",
          " b'1'",
          " _utf8mb4'a'",
          " _latin1 0x27",
          " N'a'",
          " COLLATE utf8mb4_bin",
          " shop.",
          " *",
          " NATURAL JOIN customers",
          " , customers c2",
          " , customers c2, customers c3, customers c4",
          " CROSS JOIN orders o2",
          " JOIN orders o3 ON TRUE",
          " LIMIT 1 OFFSET 1",
          " ORDER BY 1",
          " GROUP BY 1 WITH ROLLUP");
  private static final List<String> WRAPPERS =
      List.of(
          "SELECT * FROM (%s) w",
          "(%s)",
          "WITH w AS (%s) SELECT * FROM w",
          "WITH orders AS (%s) SELECT * FROM orders",
          "WITH RECURSIVE w AS (%s) SELECT COUNT(*) FROM w",
          "SELECT EXISTS (%s)",
          "SELECT * FROM customers WHERE id IN (%s)",
          "%1$s UNION ALL %1$s",
          "SELECT * FROM orders o, LATERAL (%s) w",
          "%s;");

  private final Random random;
  private final List<List<String>> statements = new ArrayList<>();
  private final List<String> pieces = new ArrayList<>();

  Mutants(long seed) {
    random = new Random(seed);
    Corpus.read("deny.sql").forEach(s -> add(s.sql()));
    for (int times = 0; times < 4; times++) {
      Corpus.read("allow.sql").forEach(s -> add(s.sql()));
    }
  }

  /** Keeps the white space before each token with it. */
  private void add(String sql) {
    List<String> statement = new ArrayList<>();
    int end = 0;
    for (SqlToken token : MySqlLexer.tokens(sql)) {
      statement.add(sql.substring(end, token.end()));
      end = token.end();
    }
    statements.add(statement);
    pieces.addAll(statement);
  }

  /** The next one, never blank. */
  String next() {
    String next = mutant();
    return next.isBlank() ? next() : next;
  }

  private String mutant() {
    List<String> mutant = new ArrayList<>(any(statements));
    int mutations = 1 + random.nextInt(3);
    for (int i = 0; i < mutations && !mutant.isEmpty(); i++) {
      mutate(mutant, random.nextInt(mutant.size()));
    }
    String text = String.join("", mutant);
    return random.nextInt(5) == 0 ? any(WRAPPERS).formatted(text) : text;
  }

  private void mutate(List<String> mutant, int at) {
    switch (random.nextInt(11)) {
      case 0 -> mutant.remove(at);
      case 1 -> mutant.add(at, any(pieces));
      case 2 -> mutant.set(at, any(pieces));
      case 3 -> Collections.swap(mutant, at, random.nextInt(mutant.size()));
      case 4 -> mutant.addAll(at, excerpt(any(statements)));
      case 5 -> mutant.add(at, any(INTRUDERS));
      case 6 -> mutant.set(at, otherCase(mutant.get(at)));
      case 7 -> mutant.add(at, mutant.get(at));
      case 8 -> mutant.add(any(INTRUDERS));
      case 9 -> mutant.set(at, requoted(mutant.get(at)));
      default -> mutant.set(at, torn(mutant.get(at)));
    }
  }

  private List<String> excerpt(List<String> statement) {
    int from = random.nextInt(statement.size());
    return statement.subList(from, Math.min(statement.size(), from + 1 + random.nextInt(8)));
  }

  private String torn(String piece) {
    int at = random.nextInt(piece.length());
    char splinter = SPLINTERS.charAt(random.nextInt(SPLINTERS.length()));
    return piece.substring(0, at) + splinter + piece.substring(at + random.nextInt(2));
  }

  private String otherCase(String piece) {
    return random.nextBoolean() ? piece.toUpperCase(Locale.ROOT) : piece.toLowerCase(Locale.ROOT);
  }

  /** A name, word or text in quotes of another kind. */
  private String requoted(String piece) {
    String bare = piece.strip().replaceAll("^['\"`]|['\"`]$", "");
    return " " + any(List.of("`%s`", "'%s'", "\"%s\"", "%s", "_utf8mb4'%s'")).formatted(bare);
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
