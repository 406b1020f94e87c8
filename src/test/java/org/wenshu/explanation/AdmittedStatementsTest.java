package org.wenshu.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wenshu.guard.Corpus;
import org.wenshu.question.Language;

/** Whatever the guard admits is explained, in both languages, with nothing left out. */
class AdmittedStatementsTest {
  private final Explaining explaining = new Explaining(TestingCatalogue.shop());

  static List<Corpus.Statement> admitted() {
    return Corpus.read("allow.sql");
  }

  @ParameterizedTest
  @MethodSource("admitted")
  void namesEveryTableConditionAndLimit(Corpus.Statement statement) {
    for (Language language : Language.values()) {
      Explanation explanation = explaining.in(language, statement.sql());
      assertThat(explanation.brief()).isNotBlank();
      explanation.tables().forEach(t -> assertThat(explanation.full()).contains(t));
      if (!statement.sql().contains(" ON ")) {
        explanation.conditions().forEach(c -> assertThat(explanation.full()).contains(c));
      }
      limits(statement.sql()).forEach(l -> assertThat(explanation.full()).contains(l));
      assertThat(explanation.operations()).isNotEmpty();
      assertThat(explanation.columns()).isNotEmpty();
    }
  }

  private static List<String> limits(String sql) {
    return Stream.of(sql.split("LIMIT ", -1)).skip(1).map(s -> s.replaceAll("\\D.*", "")).toList();
  }
}
