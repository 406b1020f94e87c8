package org.wenshu.assistant.agent;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.function.BiFunction;
import org.wenshu.ask.AskEvent;
import org.wenshu.question.Wording;

/**
 * The agent without a language model: it asks the database, and where that does not understand the
 * question, it tells what documents say. Thread-safe.
 */
public final class ModelFreeAgent {
  private static final Wording ASKING =
      new Wording("没有配置语言模型，直接查询数据库。", "No language model is configured: asking the database.");
  private static final Wording SEARCHING =
      new Wording("数据库无法回答，查找文档。", "The database has no answer: searching the documents.");

  private final AskTool ask;
  private final BiFunction<String, AgentTask, List<String>> documents;

  /**
   * An agent that asks so.
   *
   * @param documents what documents say, best first
   */
  public ModelFreeAgent(AskTool ask, BiFunction<String, AgentTask, List<String>> documents) {
    this.ask = ask;
    this.documents = documents;
  }

  void answer(AgentTask task, AgentListener listener) {
    think(ASKING, task, listener);
    listener.action(
        AskTool.NAME, JsonNodeFactory.instance.objectNode().put("question", task.question()));
    AskEvent end = ask.end(task.question(), task);
    if (end instanceof AskEvent.Answered answered) {
      listener.observation(RowText.observation(answered.answer()));
      listener.answer(RowText.answer(answered.answer(), task.language()));
    } else if (end instanceof AskEvent.Abstained abstained) {
      listener.observation(abstained.reason().in(task.language()));
      search(abstained.reason(), task, listener);
    } else if (end instanceof AskEvent.Failed failed) {
      throw new AgentException(failed.code(), failed.error());
    }
  }

  private void search(Wording reason, AgentTask task, AgentListener listener) {
    think(SEARCHING, task, listener);
    listener.action(
        "documents", JsonNodeFactory.instance.objectNode().put("query", task.question()));
    List<String> found = documents.apply(task.question(), task);
    listener.observation(String.join("\n", found));
    listener.answer(found.isEmpty() ? reason.in(task.language()) : String.join("\n", found));
  }

  private static void think(Wording thought, AgentTask task, AgentListener listener) {
    listener.thought(thought.in(task.language()));
    listener.endOfThought();
  }
}
