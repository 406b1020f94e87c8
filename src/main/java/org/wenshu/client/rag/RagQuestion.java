package org.wenshu.client.rag;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Consumer;
import org.wenshu.client.json.Json;

/**
 * A question, how it is to be answered, and the session it belongs to, if any. Immutable.
 *
 * @param question up to 10 000 characters
 * @param options limits and form of the answer
 * @param session the id of a session
 * @param progress told how far a long question is; must not block
 */
public record RagQuestion(
    String question, RagOptions options, Optional<String> session, Consumer<Progress> progress) {
  /** With all defaults, in no session. */
  public static RagQuestion of(String question) {
    return new RagQuestion(question, RagOptions.defaults(), Optional.empty(), progress -> {});
  }

  /** The same with other options. */
  public RagQuestion withOptions(RagOptions other) {
    return new RagQuestion(question, other, session, progress);
  }

  /** The same in that session. */
  public RagQuestion inSession(String id) {
    return new RagQuestion(question, options, Optional.of(id), progress);
  }

  /** The same with somebody who is told how far it is. */
  public RagQuestion withProgress(Consumer<Progress> listener) {
    return new RagQuestion(question, options, session, listener);
  }

  ObjectNode toJson() {
    ObjectNode json = Json.object().put("query", question);
    session.ifPresent(id -> json.put("session_id", id));
    json.set("options", options.toJson());
    return json;
  }
}
