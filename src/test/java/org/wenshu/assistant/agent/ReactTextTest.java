package org.wenshu.assistant.agent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReactTextTest {
  private final RecordedSteps steps = new RecordedSteps();
  private final ReactText text = new ReactText(steps);

  @Test
  void readsAnActionHoweverItIsCut() {
    String written =
        "Thought: I need\nrows: many\nAction: ask\nArgs: {\"question\":\"q\"}\nObservation: x";
    written.chars().forEach(c -> text.accept(String.valueOf((char) c)));
    text.end();
    assertThat(steps.thoughts.toString()).isEqualTo("I need\nrows: many|");
    assertThat(text.action()).isEqualTo("ask");
    assertThat(text.arguments()).isEqualTo("{\"question\":\"q\"}");
    assertThat(text.answer()).isEmpty();
    assertThat(steps.answer.toString()).isEmpty();
  }

  @Test
  void handsOnTheAnswerAsItComes() {
    text.accept("Thought: done\nFinal Answer: 4");
    assertThat(steps.answer.toString()).isEqualTo("4");
    text.accept("2\nAct");
    assertThat(steps.answer.toString()).isEqualTo("42");
    text.end();
    assertThat(text.answer()).isEqualTo("42\nAct");
    assertThat(steps.thoughts.toString()).isEqualTo("done|");
  }

  @Test
  void takesTextWithoutHeadingsForTheAnswer() {
    text.accept("Just");
    text.accept(" this");
    text.end();
    assertThat(text.answer()).isEqualTo("Just this");
    assertThat(steps.answer.toString()).isEqualTo("Just this");
    assertThat(text.action()).isEmpty();
  }
}
