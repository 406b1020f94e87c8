package org.wenshu.client.gateway.data;

/**
 * A piece of what the agent thinks, or the action that it is about to take.
 *
 * @param content the text
 * @param endOfMessage whether it ends here
 */
public record AgentThought(String content, boolean endOfMessage) implements StreamingChunk {
  @Override
  public String chunkType() {
    return "thought";
  }
}
