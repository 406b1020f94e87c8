package org.wenshu.schema.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.wenshu.TestingDatabase;
import org.wenshu.question.Question;
import org.wenshu.schema.SchemaConfig;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.schema.Table;
import org.wenshu.schema.scan.SchemaScanner;

/**
 * The demo schema among a thousand tables: are those a question needs among the few it is given?
 */
class LinkingRecallTest {
  private static final int OTHERS = 1000;
  private static final Pattern WORD = Pattern.compile("\\w+");

  private static SchemaSnapshot demo;
  private static LuceneSchemaLinker linker;

  @BeforeAll
  static void index() {
    MysqlDataSource source = new MysqlDataSource();
    source.setUrl(TestingDatabase.demoUrl());
    source.setUser(TestingDatabase.reader().user());
    source.setPassword(TestingDatabase.reader().password());
    demo = new SchemaScanner(source, SchemaConfig.defaults()).scan(Optional.empty());
    List<Table> tables = new ArrayList<>(demo.tables().values());
    tables.addAll(Distractors.tables(OTHERS));
    linker = new LuceneSchemaLinker(SchemaConfig.Linking.defaults());
    linker.use(SchemaSnapshot.of("all", "1", Instant.EPOCH, tables));
  }

  private static Set<String> linked(String question) {
    return linker.link(Question.of(question)).tables().stream()
        .map(table -> table.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @CsvFileSource(resources = "linking.csv", delimiter = '|')
  void findsEveryTableOfTheList(String question, String tables) {
    assertThat(linked(question)).contains(tables.strip().split(" +", -1));
  }

  @Test
  void findsTheTablesOfTheGoldStatements() {
    int wanted = 0;
    List<String> missed = new ArrayList<>();
    for (Gold gold : gold()) {
      Set<String> found = linked(gold.question());
      for (String table : gold.tables()) {
        wanted++;
        if (!found.contains(table)) {
          missed.add(gold.question() + " -> " + table);
        }
      }
    }
    assertThat(wanted).isGreaterThan(200);
    assertThat(missed).hasSizeLessThanOrEqualTo(wanted / 50);
  }

  private record Gold(String question, Set<String> tables) {}

  private static List<Gold> gold() {
    List<Gold> all = new ArrayList<>();
    for (String block : read("contract").split("\n\\s*\n", -1)) {
      add(block, all);
    }
    for (String block : read("demo").split("\n\\s*\n", -1)) {
      add(block, all);
    }
    return all;
  }

  private static void add(String block, List<Gold> all) {
    int sql = block.indexOf("\nsql:");
    if (sql < 0) {
      return;
    }
    Set<String> tables =
        WORD.matcher(block.substring(sql).toLowerCase(Locale.ROOT))
            .results()
            .map(match -> match.group())
            .filter(demo.tables()::containsKey)
            .collect(Collectors.toSet());
    block
        .lines()
        .filter(line -> line.startsWith("zh:") || line.startsWith("en:"))
        .forEach(line -> all.add(new Gold(line.substring(3).strip(), tables)));
  }

  private static String read(String name) {
    try (InputStream in =
        LinkingRecallTest.class.getResourceAsStream("/questions/" + name + ".txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
