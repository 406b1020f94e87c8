package org.wenshu.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenshu.question.Language;

class GoldQuestionsTest {
  @Test
  void readsFieldsAndTheirContinuationLines() {
    List<GoldQuestion> questions =
        GoldQuestions.parse(
            """
            # a comment

            id: q1
            zh: 多少用户
            en: how many users: all
            columns: any
            sql: SELECT COUNT(*)
              FROM users
            sql.en: SELECT 1

            id: q2
            en: rain?
            abstain: no such table
            """);

    assertThat(questions).extracting(GoldQuestion::id).containsExactly("q1", "q2");
    GoldQuestion first = questions.get(0);
    assertThat(first.textIn(Language.ENGLISH)).isEqualTo("how many users: all");
    assertThat(first.furtherColumns()).isTrue();
    assertThat(first.goldIn(Language.CHINESE)).containsExactly("SELECT COUNT(*) FROM users");
    assertThat(first.goldIn(Language.ENGLISH)).hasSize(2);
    assertThat(questions.get(1).goldIn(Language.ENGLISH)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"contract", "demo"})
  void holdsFortyQuestionsInBothLanguages(String file) {
    List<GoldQuestion> questions = GoldQuestions.read(file);

    assertThat(questions).hasSize(40).extracting(GoldQuestion::id).doesNotHaveDuplicates();
    for (Language language : Language.values()) {
      assertThat(questions).extracting(q -> q.textIn(language)).doesNotContainNull();
    }
  }
}
