package org.wenshu.protocol.gateway.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.wenshu.assistant.agent.AgentListener;
import org.wenshu.protocol.gateway.service.ServiceCall;

/**
 * What an agent does, as frames; gathered to one answer for a call that does not stream. That one
 * holds no thought, because clients would take it for the answer. Confined to one thread.
 */
final class AgentFrames implements AgentListener {
  private static final String THOUGHT = "thought";
  private static final String ANSWER = "answer";

  private final ServiceCall call;
  private final StringBuilder answer = new StringBuilder();

  AgentFrames(ServiceCall call) {
    this.call = call;
  }

  @Override
  public void thought(String piece) {
    send(THOUGHT, piece, false);
  }

  @Override
  public void endOfThought() {
    send(THOUGHT, "", true);
  }

  @Override
  public void action(String tool, JsonNode arguments) {
    send("action", tool + " " + arguments, true);
  }

  @Override
  public void observation(String text) {
    send("observation", text, true);
  }

  @Override
  public void answer(String piece) {
    if (call.streams()) {
      send(ANSWER, piece, false);
    } else {
      answer.append(piece);
    }
  }

  /** The agent is done. */
  void end() {
    ObjectNode last = ServiceCall.object();
    if (call.streams()) {
      last.put("chunk_type", ANSWER).put("content", "");
    } else {
      last.put("answer", answer.toString()).put("response", answer.toString());
    }
    call.succeed(last.put("end_of_message", true).put("end_of_dialog", true));
  }

  private void send(String kind, String content, boolean last) {
    if (call.streams()) {
      call.piece(
          ServiceCall.object()
              .put("chunk_type", kind)
              .put("content", content)
              .put("end_of_message", last)
              .put("end_of_dialog", false));
    }
  }
}
