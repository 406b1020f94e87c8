package org.wenshu.client.gateway.request;

import com.fasterxml.jackson.databind.JsonNode;
import org.wenshu.client.ProtocolException;
import org.wenshu.client.gateway.call.GatewayJson;
import org.wenshu.client.gateway.data.AgentAnswer;
import org.wenshu.client.gateway.data.AgentObservation;
import org.wenshu.client.gateway.data.AgentThought;
import org.wenshu.client.gateway.data.OtherChunk;
import org.wenshu.client.gateway.data.RagChunk;
import org.wenshu.client.gateway.data.StreamingChunk;
import org.wenshu.client.gateway.data.TextResult;

/** Readers that several services share. */
final class Readers {
  private Readers() {}

  /** A text that a model wrote. */
  static TextResult text(JsonNode response) {
    return new TextResult(
        GatewayJson.needText(response, "response"),
        GatewayJson.optionalText(response, "model"),
        GatewayJson.optionalInt(response, "in_token"),
        GatewayJson.optionalInt(response, "out_token"),
        response);
  }

  /** A piece of a text that a model writes. */
  static RagChunk textChunk(JsonNode response) {
    return new RagChunk(pieceOf(response), flag(response, "end_of_stream"));
  }

  private static String pieceOf(JsonNode response) {
    for (String field : new String[] {"response", "chunk", "text"}) {
      if (response.path(field).isTextual()) {
        return response.get(field).textValue();
      }
    }
    return "";
  }

  /** A piece of what the agent says, by its kind or else by its fields (contract, section 6.4). */
  static StreamingChunk agentChunk(JsonNode response) {
    boolean ends = flag(response, "end_of_message");
    boolean last = flag(response, "end_of_dialog");
    if (!response.has("chunk_type")) {
      return untyped(response, ends, last);
    }
    String kind = GatewayJson.text(response, "chunk_type");
    String text = GatewayJson.text(response, "content");
    return switch (kind) {
      case "thought", "action" -> new AgentThought(text, ends);
      case "observation" -> new AgentObservation(text, ends);
      case "answer", "final-answer" -> new AgentAnswer(text, ends, last);
      default -> new OtherChunk(kind, text, ends);
    };
  }

  private static StreamingChunk untyped(JsonNode response, boolean ends, boolean last) {
    String thought = GatewayJson.text(response, "thought");
    String observation = GatewayJson.text(response, "observation");
    String answer = GatewayJson.text(response, "answer");
    if (!thought.isEmpty()) {
      return new AgentThought(thought, ends);
    } else if (!observation.isEmpty()) {
      return new AgentObservation(observation, ends);
    } else if (!answer.isEmpty()) {
      return new AgentAnswer(answer, ends, last);
    }
    return new OtherChunk("", pieceOf(response), ends);
  }

  /** The answer of the agent, which some servers call a response. */
  static String agentAnswer(JsonNode response) {
    return GatewayJson.optionalText(response, "answer")
        .or(() -> GatewayJson.optionalText(response, "response"))
        .orElseThrow(() -> new ProtocolException("The answer lacks 'answer'", null));
  }

  private static boolean flag(JsonNode response, String field) {
    return response.path(field).asBoolean(false);
  }
}
