package org.wenshu.knowledge.vector;

import java.io.IOException;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.codecs.KnnVectorsWriter;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;

/**
 * Lucene's graph of neighbours for vectors of more than the 1,024 numbers that it takes by itself:
 * models of today make some thousands.
 */
final class WideVectors extends KnnVectorsFormat {
  private static final int MAX_DIMENSION = 16_384;

  private final KnnVectorsFormat format = new Lucene99HnswVectorsFormat();

  /** Under the name of the format it stands for, which reads what it has written. */
  WideVectors() {
    super("Lucene99HnswVectorsFormat");
  }

  @Override
  public KnnVectorsWriter fieldsWriter(SegmentWriteState state) throws IOException {
    return format.fieldsWriter(state);
  }

  @Override
  public KnnVectorsReader fieldsReader(SegmentReadState state) throws IOException {
    return format.fieldsReader(state);
  }

  @Override
  public int getMaxDimensions(String field) {
    return MAX_DIMENSION;
  }
}
