package org.wenshu.protocol.gateway.bulk;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.List;
import org.wenshu.knowledge.ChunkVector;

/** A piece of a document, and its vectors, of which some have been read. */
final class ChunkVectorDraft implements ItemDraft<ChunkVector> {
  private final VectorsDraft vectors = new VectorsDraft();
  private String id = "";
  private String chunk = "";

  @Override
  public boolean take(String field, JsonParser json) throws IOException, BadItem {
    if (field.equals("id")) {
      id = BulkJson.text(json, field);
      return true;
    }
    if (field.equals("chunk")) {
      chunk = BulkJson.text(json, field);
      return true;
    }
    return vectors.take(field, json);
  }

  @Override
  public List<ChunkVector> items() throws BadItem {
    return vectors.all().stream().map(vector -> new ChunkVector(id, chunk, vector)).toList();
  }
}
