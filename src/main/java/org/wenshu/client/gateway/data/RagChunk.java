package org.wenshu.client.gateway.data;

import java.util.Optional;

/**
 * A piece of a text that a model writes.
 *
 * @param content the text
 * @param endOfStream whether nothing follows
 * @param error what went wrong; errors of this library's own servers end the stream with an
 *     exception instead, so this is filled by others only
 */
public record RagChunk(String content, boolean endOfStream, Optional<String> error)
    implements StreamingChunk {
  /** A piece without error. */
  public RagChunk(String content, boolean endOfStream) {
    this(content, endOfStream, Optional.empty());
  }

  @Override
  public boolean endOfMessage() {
    return endOfStream;
  }

  @Override
  public String chunkType() {
    return "rag";
  }
}
