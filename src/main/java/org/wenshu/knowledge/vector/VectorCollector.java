package org.wenshu.knowledge.vector;

import java.io.Closeable;
import org.wenshu.knowledge.Vector;

/** Takes vectors and makes them searchable. For one writer at a time. */
interface VectorCollector extends Closeable {
  /** Adds one of length one; numbers grow. */
  void add(long number, Vector unit);

  /** What has been added so far. */
  NearestVectors view();

  int size();

  /** Heap that the vectors take. */
  long bytes();

  @Override
  void close();
}
