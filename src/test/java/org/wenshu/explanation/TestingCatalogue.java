package org.wenshu.explanation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.wenshu.schema.Column;
import org.wenshu.schema.ForeignKey;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.schema.Table;

/** Catalogues read from files of CREATE TABLE statements, one column a line or all in one. */
final class TestingCatalogue {
  private static final Pattern TABLE =
      Pattern.compile("CREATE TABLE ([^ ]+) \\((.*?)\\)( COMMENT = '([^']*)')?;", Pattern.DOTALL);
  private static final Pattern PART = Pattern.compile("(?:[^,(']|\\([^)]*\\)|'[^']*')+");
  private static final Pattern FOREIGN =
      Pattern.compile("FOREIGN KEY \\((\\w+)\\) REFERENCES (\\w+) \\((\\w+)\\)");
  private static final Pattern NAMES = Pattern.compile("KEY[^(]*\\(([^)]*)\\)");
  private static final Pattern COMMENT = Pattern.compile("COMMENT '([^']*)'");

  private TestingCatalogue() {}

  /** The demo schema. */
  static SchemaSnapshot demo() {
    return of("/demo/schema.sql", List.of());
  }

  /** The schema of the guard's statements, without what the guard withholds. */
  static SchemaSnapshot shop() {
    Column id = column("customer_id INT NOT NULL", 1, List.of(), List.of());
    Column count = column("cnt BIGINT NOT NULL", 2, List.of(), List.of());
    Column amount = column("amt DECIMAL(12,2)", 3, List.of(), List.of());
    Table view =
        new Table("v_order_summary", true, "", List.of(id, count, amount), List.of(), List.of(), 0);
    return of("/sql-guard/schema.sql", List.of(view));
  }

  private static SchemaSnapshot of(String file, List<Table> further) {
    List<Table> tables = new ArrayList<>();
    Matcher matcher = TABLE.matcher(text(file));
    while (matcher.find()) {
      String comment = matcher.group(4) == null ? "" : matcher.group(4);
      tables.add(table(name(matcher.group(1)), matcher.group(2), comment));
    }
    tables.addAll(further);
    return SchemaSnapshot.of("shop", "1", Instant.EPOCH, tables);
  }

  private static Table table(String name, String body, String comment) {
    List<String> parts =
        PART.matcher(body).results().map(r -> r.group().strip()).filter(p -> !p.isEmpty()).toList();
    List<String> primary = new ArrayList<>();
    List<String> indexed = new ArrayList<>();
    List<ForeignKey> foreign = new ArrayList<>();
    for (String part : parts) {
      Matcher reference = FOREIGN.matcher(part);
      if (reference.find()) {
        foreign.add(
            new ForeignKey(
                name,
                List.of(reference.group(1)),
                reference.group(2),
                List.of(reference.group(3))));
        indexed.add(reference.group(1));
      } else if (part.startsWith("PRIMARY KEY")) {
        primary.addAll(names(part));
      } else if (isKey(part)) {
        indexed.add(names(part).get(0));
      } else if (part.contains("PRIMARY KEY")) {
        primary.add(name(part.substring(0, part.indexOf(' '))));
      }
    }
    List<Column> columns = new ArrayList<>();
    for (String part : parts) {
      if (!isKey(part) && !part.startsWith("PRIMARY KEY") && !part.startsWith("CONSTRAINT")) {
        columns.add(column(part, columns.size() + 1, primary, indexed));
      }
    }
    return new Table(name, false, comment, columns, primary, foreign, 1000);
  }

  private static boolean isKey(String part) {
    return part.startsWith("KEY ")
        || part.startsWith("UNIQUE KEY ")
        || part.startsWith("FULLTEXT KEY ");
  }

  private static List<String> names(String part) {
    Matcher matcher = NAMES.matcher(part);
    return matcher.find()
        ? Stream.of(matcher.group(1).split(",", -1)).map(n -> name(n.strip())).toList()
        : List.of();
  }

  private static Column column(
      String part, int position, List<String> primary, List<String> indexed) {
    String[] words = part.split(" ", 3);
    String name = name(words[0]);
    String type = words[1].toLowerCase(Locale.ROOT);
    Matcher comment = COMMENT.matcher(part);
    Column.Key key =
        primary.contains(name)
            ? Column.Key.PRIMARY
            : indexed.contains(name) ? Column.Key.INDEXED : Column.Key.NONE;
    return new Column(
        name,
        position,
        type.replaceAll("\\(.*", ""),
        type,
        !part.contains("NOT NULL"),
        comment.find() ? comment.group(1) : "",
        key,
        List.of());
  }

  private static String name(String text) {
    return text.replace("`", "");
  }

  private static String text(String file) {
    try (InputStream in = TestingCatalogue.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
