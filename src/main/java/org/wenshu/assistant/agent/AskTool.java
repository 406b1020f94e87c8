package org.wenshu.assistant.agent;

import com.fasterxml.jackson.databind.JsonNode;
import org.wenshu.ask.AskEvent;
import org.wenshu.assistant.Asking;

/** Asks the database, with the caller's own permissions. Thread-safe. */
public final class AskTool implements AgentTool {
  static final String NAME = "ask";
  private static final int MOST_ROWS = 50;

  private final Asking asking;

  /** Asks there. */
  public AskTool(Asking asking) {
    this.asking = asking;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "Answers a question about the database: writes and runs one SELECT, and returns its"
        + " rows.";
  }

  @Override
  public String arguments() {
    return "{\"question\": \"the question in plain words\"}";
  }

  @Override
  public String use(JsonNode arguments, AgentTask task) {
    String question = Arguments.text(arguments, "question");
    if (question.isBlank()) {
      return "The argument \"question\" is required";
    }
    AskEvent end = end(question, task);
    if (end instanceof AskEvent.Answered answered) {
      return RowText.observation(answered.answer());
    }
    if (end instanceof AskEvent.Failed failed) {
      return failed.error().in(task.language());
    }
    return end instanceof AskEvent.Abstained abstained
        ? abstained.reason().in(task.language())
        : "";
  }

  AskEvent end(String question, AgentTask task) {
    return asking.ask(
        question,
        MOST_ROWS,
        new Asking.Asker(task.caller(), step -> {}, task.deadline(), task.cancellation()));
  }
}
