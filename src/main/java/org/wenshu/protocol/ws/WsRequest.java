package org.wenshu.protocol.ws;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** A message from a client, read. */
sealed interface WsRequest {
  /** How the answer is to be given. */
  AnswerOptions options();

  /** The text as received. */
  Optional<String> query();

  /** A question, neither blank nor too long. */
  record Ask(String text, AnswerOptions options) implements WsRequest {
    @Override
    public Optional<String> query() {
      return Optional.of(text);
    }
  }

  /** Something that is answered with an error at once. */
  record Rejected(Reason reason, Optional<String> query, String error, AnswerOptions options)
      implements WsRequest {}

  /** A message to the feed, which shares this path. */
  record Feed(JsonNode message, AnswerOptions options) implements WsRequest {
    @Override
    public Optional<String> query() {
      return Optional.empty();
    }
  }

  /** Why a message is rejected, in the contract's outcomes P7 to P10. */
  enum Reason {
    NOT_JSON,
    NOT_A_QUESTION,
    BAD_QUESTION,
    BUSY
  }
}
