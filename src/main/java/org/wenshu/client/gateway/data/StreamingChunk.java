package org.wenshu.client.gateway.data;

/**
 * A piece of a streamed answer. The agent sends thoughts, observations and its answer; all other
 * services send {@link RagChunk}s; what a newer server may add comes as {@link OtherChunk}.
 */
public sealed interface StreamingChunk
    permits AgentThought, AgentObservation, AgentAnswer, RagChunk, OtherChunk {
  /** The text of this piece; may be empty. */
  String content();

  /** Whether the thought, observation or answer that this piece belongs to ends with it. */
  boolean endOfMessage();

  /** What it is, as the wire names it: {@code thought}, {@code final-answer}, {@code rag}, …. */
  String chunkType();
}
