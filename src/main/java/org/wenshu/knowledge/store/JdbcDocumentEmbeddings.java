package org.wenshu.knowledge.store;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.wenshu.knowledge.Chunk;
import org.wenshu.knowledge.ChunkStore;
import org.wenshu.knowledge.ChunkVector;
import org.wenshu.knowledge.CollectionId;
import org.wenshu.knowledge.DocumentEmbeddings;
import org.wenshu.knowledge.ScoredChunk;
import org.wenshu.knowledge.Vector;

/** Keeps embeddings of chunks in {@code knowledge_document_embedding}. Thread-safe. */
public final class JdbcDocumentEmbeddings extends ForwardingItems<ChunkVector>
    implements DocumentEmbeddings {
  private final NearestItems<ChunkVector> nearest;
  private final ChunkStore chunks;

  JdbcDocumentEmbeddings(
      JdbcItems<ChunkVector> items, NearestItems<ChunkVector> nearest, ChunkStore chunks) {
    super(items);
    this.nearest = nearest;
    this.chunks = chunks;
  }

  /** What tells pieces apart. */
  private record Piece(String id, String chunk) {}

  @Override
  public List<ScoredChunk> nearest(CollectionId collection, Vector vector, int limit) {
    Map<Piece, Float> found =
        nearest.nearest(collection, vector, limit, c -> new Piece(c.id(), c.chunk()));
    List<String> textless =
        found.keySet().stream()
            .filter(piece -> piece.chunk().isEmpty())
            .map(Piece::id)
            .distinct()
            .toList();
    Map<String, String> texts =
        chunks.of(collection, textless).stream().collect(Collectors.toMap(Chunk::id, Chunk::text));
    return found.entrySet().stream()
        .map(entry -> scored(entry.getKey(), texts, entry.getValue()))
        .toList();
  }

  private static ScoredChunk scored(Piece piece, Map<String, String> texts, float score) {
    String text = piece.chunk().isEmpty() ? texts.getOrDefault(piece.id(), "") : piece.chunk();
    return new ScoredChunk(piece.id(), text, score);
  }
}
