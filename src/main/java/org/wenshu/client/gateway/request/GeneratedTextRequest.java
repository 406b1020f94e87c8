package org.wenshu.client.gateway.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.wenshu.client.gateway.call.ResponseReader;
import org.wenshu.client.gateway.data.RagChunk;
import org.wenshu.client.gateway.data.TextResult;

/**
 * A request that the language model answers with a text, whole or in chunks.
 *
 * @param <R> the request itself
 */
public abstract class GeneratedTextRequest<R extends GeneratedTextRequest<R>>
    extends StreamableRequest<TextResult, RagChunk, R> {
  GeneratedTextRequest(ObjectNode body) {
    super(body);
  }

  @Override
  final ResponseReader<TextResult> reader() {
    return Readers::text;
  }

  @Override
  final ResponseReader<RagChunk> chunkReader() {
    return Readers::textChunk;
  }

  @Override
  final RagChunk whole(TextResult answer) {
    return new RagChunk(answer.text(), true);
  }
}
