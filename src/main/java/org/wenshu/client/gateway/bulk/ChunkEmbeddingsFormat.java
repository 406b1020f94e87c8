package org.wenshu.client.gateway.bulk;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.wenshu.client.gateway.call.GatewayJson;
import org.wenshu.client.gateway.call.Graph;
import org.wenshu.client.gateway.data.ChunkEmbeddings;

/** Pieces of documents with their vectors. */
final class ChunkEmbeddingsFormat implements ItemFormat<ChunkEmbeddings> {
  @Override
  public String list() {
    return "chunks";
  }

  @Override
  public void write(ChunkEmbeddings item, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("chunk", item.chunk());
    GraphJson.vectors(item.embeddings(), json);
    json.writeEndObject();
  }

  @Override
  public ChunkEmbeddings read(JsonNode element) {
    return new ChunkEmbeddings(
        GatewayJson.text(element, "chunk"), Graph.embeddings(GatewayJson.need(element, "vectors")));
  }

  @Override
  public ChunkEmbeddings readFlat(JsonNode frame) {
    return new ChunkEmbeddings(
        GatewayJson.optionalText(frame, "chunk").orElseGet(() -> GatewayJson.text(frame, "id")),
        Graph.embeddings(GatewayJson.need(frame, "embedding")));
  }
}
