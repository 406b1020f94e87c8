package org.wenshu.client.ask;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.wenshu.client.json.Json;

/**
 * A question and how it is to be answered. Immutable.
 *
 * @param question in Chinese or English; the server takes up to 8 000 characters by default
 * @param chunks whether the generated text is wanted piece by piece
 * @param quietRetry whether a first failure that is followed by a rewrite goes unmentioned
 */
public record AskRequest(String question, boolean chunks, boolean quietRetry) {
  /** With the generated text piece by piece. */
  public static AskRequest of(String question) {
    return new AskRequest(question, true, false);
  }

  /** Without the generated text: less traffic for those who only want rows. */
  public AskRequest withoutChunks() {
    return new AskRequest(question, false, quietRetry);
  }

  /** Without a word of a first failure, if a rewrite follows. */
  public AskRequest withQuietRetry() {
    return new AskRequest(question, chunks, true);
  }

  String toJson() {
    ObjectNode json = Json.object().put("type", "query").put("query", question);
    if (!chunks) {
      json.put("stream", "none");
    }
    if (quietRetry) {
      json.put("quiet_retry", true);
    }
    return json.toString();
  }
}
