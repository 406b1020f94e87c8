package org.wenshu.assistant.agent;

import java.util.List;
import org.wenshu.knowledge.CollectionId;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Deadline;
import org.wenshu.question.Language;
import org.wenshu.security.Caller;

/**
 * What an agent is to answer.
 *
 * @param caller whose permissions hold for everything that is asked on the way
 * @param collection where knowledge is looked for
 * @param context what was said before, for the model; empty when nothing was
 * @param history steps taken before
 * @param groups of tools that may be used; {@code *} for all
 */
public record AgentTask(
    String question,
    Caller caller,
    CollectionId collection,
    String context,
    List<AgentStep> history,
    List<String> groups,
    Deadline deadline,
    Cancellation cancellation) {
  private static final String STANDARD = "default";

  /** Copies the lists. */
  public AgentTask {
    history = List.copyOf(history);
    groups = groups.isEmpty() ? List.of(STANDARD) : List.copyOf(groups);
  }

  /** The language of the question. */
  public Language language() {
    return Language.of(question);
  }

  /** Whether tools of that group may be used. */
  public boolean mayUse(String group) {
    return groups.contains("*") || groups.contains(group);
  }

  /** Whether Wenshu's own tools may be used. */
  boolean mayUseStandard() {
    return mayUse(STANDARD);
  }
}
