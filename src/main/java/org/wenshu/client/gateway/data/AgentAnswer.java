package org.wenshu.client.gateway.data;

/**
 * A piece of the agent's answer. The pieces put together are the answer.
 *
 * @param content the text
 * @param endOfMessage whether the answer ends here
 * @param endOfDialog whether nothing follows
 */
public record AgentAnswer(String content, boolean endOfMessage, boolean endOfDialog)
    implements StreamingChunk {
  @Override
  public String chunkType() {
    return "final-answer";
  }
}
