package org.wenshu.client.gateway.data;

/**
 * A piece of what a tool has told the agent.
 *
 * @param content the text
 * @param endOfMessage whether it ends here
 */
public record AgentObservation(String content, boolean endOfMessage) implements StreamingChunk {
  @Override
  public String chunkType() {
    return "observation";
  }
}
