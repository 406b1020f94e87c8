package org.wenshu.knowledge.vector;

import java.util.Arrays;
import org.wenshu.knowledge.Vector;

/**
 * Vectors one behind the other, all of which are compared. What is searched never changes, while
 * others are added behind it.
 */
final class FlatVectors implements VectorCollector {
  private static final int BLOCK = 512;

  private final int dimension;
  private float[][] blocks = new float[8][];
  private long[] numbers = new long[BLOCK];
  private int size;

  FlatVectors(int dimension) {
    this.dimension = dimension;
  }

  @Override
  public void add(long number, Vector unit) {
    int block = size / BLOCK;
    if (block == blocks.length) {
      blocks = Arrays.copyOf(blocks, 2 * block);
    }
    if (blocks[block] == null) {
      blocks[block] = new float[BLOCK * dimension];
    }
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * size);
    }
    int offset = size % BLOCK * dimension;
    for (int i = 0; i < dimension; i++) {
      blocks[block][offset + i] = unit.at(i);
    }
    numbers[size++] = number;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public long bytes() {
    return (long) (size / BLOCK + 1) * BLOCK * dimension * Float.BYTES;
  }

  /** Hands all on, in their order. */
  void copyTo(VectorCollector other) {
    for (int i = 0; i < size; i++) {
      int offset = i % BLOCK * dimension;
      other.add(
          numbers[i], Vector.of(Arrays.copyOfRange(blocks[i / BLOCK], offset, offset + dimension)));
    }
  }

  @Override
  public NearestVectors view() {
    return new View(blocks, numbers, size, dimension);
  }

  @Override
  public void close() {
    // Nothing is held but memory.
  }

  /** The vectors that there were at one moment. */
  private static final class View implements NearestVectors {
    private final float[][] blocks;
    private final long[] numbers;
    private final int size;
    private final int dimension;

    View(float[][] blocks, long[] numbers, int size, int dimension) {
      this.blocks = blocks;
      this.numbers = numbers;
      this.size = size;
      this.dimension = dimension;
    }

    @Override
    public long upTo() {
      return size == 0 ? 0 : numbers[size - 1];
    }

    @Override
    public boolean offer(Vector unit, int limit, BestHits best) {
      float[] wanted = unit.toArray();
      for (int i = 0; i < size; i++) {
        best.offer(numbers[i], Vector.dot(blocks[i / BLOCK], i % BLOCK * dimension, wanted));
      }
      return true;
    }
  }
}
