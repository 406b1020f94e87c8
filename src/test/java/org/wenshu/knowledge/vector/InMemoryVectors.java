package org.wenshu.knowledge.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.wenshu.knowledge.CollectionId;
import org.wenshu.knowledge.Vector;

/** The vectors of one collection, which lie together as those of texts on some subjects do. */
public final class InMemoryVectors implements VectorSource {
  private static final int SUBJECTS = 200;
  private static final float SPREAD = 0.35f;

  private final List<Vector> vectors = new ArrayList<>();
  private final int dimension;
  private final Random random;
  private final float[][] subjects;
  private long generation;
  private long read;

  /** None yet, of that dimension. */
  public InMemoryVectors(int dimension, long seed) {
    this.dimension = dimension;
    this.random = new Random(seed);
    this.subjects = new float[SUBJECTS][dimension];
    for (float[] subject : subjects) {
      for (int i = 0; i < dimension; i++) {
        subject[i] = (float) random.nextGaussian();
      }
    }
  }

  /** One more of its kind, which is not added. */
  public Vector draw() {
    float[] subject = subjects[random.nextInt(SUBJECTS)];
    float[] values = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      values[i] = subject[i] + SPREAD * (float) random.nextGaussian();
    }
    return Vector.of(values);
  }

  /** Adds so many. */
  public synchronized void add(int count) {
    for (int i = 0; i < count; i++) {
      vectors.add(draw());
    }
  }

  /** Removes all. */
  public synchronized void clear() {
    vectors.clear();
    generation++;
  }

  /** How many were read so far. */
  public synchronized long read() {
    return read;
  }

  /** What there is now. */
  public synchronized State state() {
    return new State(1, dimension, generation);
  }

  @Override
  public Optional<State> state(CollectionId collection) {
    return Optional.of(state());
  }

  @Override
  public List<State> all() {
    return List.of(state());
  }

  @Override
  public void each(int shelf, long after, Visitor visitor) {
    List<Vector> now;
    synchronized (this) {
      now = List.copyOf(vectors);
      read += now.size() - after;
    }
    for (int i = (int) after; i < now.size(); i++) {
      visitor.visit(i + 1L, now.get(i));
    }
  }
}
