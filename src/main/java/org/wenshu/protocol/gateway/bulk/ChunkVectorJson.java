package org.wenshu.protocol.gateway.bulk;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.wenshu.knowledge.ChunkVector;

/** Embeddings of pieces of documents as they are written. */
final class ChunkVectorJson implements ItemJson<ChunkVector> {
  @Override
  public String list() {
    return "chunks";
  }

  /** With the id beside what the contract names, so that nothing is lost on the way back. */
  @Override
  public void element(ChunkVector item, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", item.id());
    json.writeStringField("chunk", item.chunk());
    ItemJson.vectors(item.vector(), json);
    json.writeEndObject();
  }

  @Override
  public void flat(ChunkVector item, JsonGenerator json) throws IOException {
    json.writeStringField("id", item.id());
    json.writeFieldName("embedding");
    ItemJson.numbers(item.vector(), json);
  }
}
