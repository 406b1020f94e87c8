package org.wenshu.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wenshu.error.ErrorCode;
import org.wenshu.error.WenshuException;
import org.wenshu.prompt.PromptAssembler;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Deadline;
import org.wenshu.question.Question;
import org.wenshu.question.Wording;
import org.wenshu.schema.SchemaContext;
import org.wenshu.schema.SchemaSnapshot;

class FallbackGeneratorTest {
  private static final SqlGenerator GRAMMAR = ScriptedGenerator.drafts("grammar", "SELECT", " 1");

  private final List<String> pieces = new ArrayList<>();

  @Test
  void aWorkingModelAnswersAlone() {
    Generation generation = generate(ScriptedGenerator.drafts("model", "SELECT 2"), GRAMMAR);

    assertThat(generation.generator()).isEqualTo("model");
    assertThat(((Generation.Drafted) generation).notices()).isEmpty();
    assertThat(pieces).containsExactly("SELECT 2");
  }

  @Test
  void aModelThatAbstainsIsBelieved() {
    Generation generation = generate(ScriptedGenerator.abstains("model", "No."), GRAMMAR);

    assertThat(generation).isInstanceOf(Generation.Abstained.class);
    assertThat(pieces).containsExactly("No.");
  }

  @Test
  void theGrammarTakesOverFromADeadModelAndSaysSo() {
    Generation generation =
        generate(ScriptedGenerator.fails("model", ErrorCode.MODEL_UNAVAILABLE), GRAMMAR);

    Generation.Drafted drafted = (Generation.Drafted) generation;
    assertThat(drafted.generator()).isEqualTo("grammar");
    assertThat(drafted.sql().text()).isEqualTo("SELECT 1");
    assertThat(drafted.notices()).extracting(Wording::chinese).containsExactly("坏了，由内置语法作答");
    assertThat(pieces).containsExactly("语言模型不可用，改由内置语法生成：\n", "SELECT", " 1");
    assertThat(drafted.text()).isEqualTo(String.join("", pieces));
  }

  @Test
  void anOpenCodeBlockOfABrokenAnswerIsClosedFirst() {
    SqlGenerator cut =
        ScriptedGenerator.fails("model", ErrorCode.MODEL_UNAVAILABLE, "```sql\n", "SELECT a");

    Generation generation = generate(cut, GRAMMAR);

    assertThat(generation.text())
        .isEqualTo("```sql\nSELECT a\n```\n语言模型不可用，改由内置语法生成：\nSELECT 1")
        .isEqualTo(String.join("", pieces));
  }

  @Test
  void theModelsFailureIsReportedWhenTheGrammarAbstainsToo() {
    SqlGenerator limited = ScriptedGenerator.fails("model", ErrorCode.MODEL_RATE_LIMITED);

    assertThatThrownBy(() -> generate(limited, ScriptedGenerator.abstains("grammar")))
        .isInstanceOfSatisfying(
            WenshuException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.MODEL_RATE_LIMITED));
  }

  @Test
  void failuresThatAreNotTheModelsPassThrough() {
    SqlGenerator late = ScriptedGenerator.fails("model", ErrorCode.QUESTION_TIMED_OUT);

    assertThatThrownBy(() -> generate(late, GRAMMAR)).isInstanceOf(WenshuException.class);
    assertThat(pieces).isEmpty();
  }

  @Test
  void aRepairFallsBackToo() {
    SqlGenerator dead = ScriptedGenerator.fails("model", ErrorCode.MODEL_TIMED_OUT);

    Generation generation =
        generator(dead, GRAMMAR)
            .repair(
                request(),
                new RejectedDraft(new DraftSql("SELECT x"), "bad"),
                Deadline.after(Duration.ofSeconds(5)),
                new Cancellation());

    assertThat(generation.generator()).isEqualTo("grammar");
    assertThat(generation.text()).isEqualTo("语言模型不可用，改由内置语法生成：\nSELECT 1");
  }

  private Generation generate(SqlGenerator model, SqlGenerator grammar) {
    return generator(model, grammar)
        .generate(
            request(), pieces::add, Deadline.after(Duration.ofSeconds(5)), new Cancellation());
  }

  private static FallbackGenerator generator(SqlGenerator model, SqlGenerator grammar) {
    return new FallbackGenerator(model, grammar, new CircuitBreaker(3, Duration.ofSeconds(30)));
  }

  private static GenerationRequest request() {
    Question question = Question.of("有多少用户");
    SchemaSnapshot snapshot = SchemaSnapshot.of("demo", "1", Instant.EPOCH, List.of());
    SchemaContext schema = new SchemaContext(snapshot, List.of());
    return new GenerationRequest(
        question, schema, new PromptAssembler().assemble(question, schema));
  }
}
