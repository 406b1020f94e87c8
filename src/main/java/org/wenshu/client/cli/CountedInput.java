package org.wenshu.client.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Counts what is read. For one reader; the count may be looked at by any thread. */
final class CountedInput extends FilterInputStream {
  private final LongConsumer told;
  private volatile long count;

  /** Tells the count after each read. */
  CountedInput(InputStream in, LongConsumer told) {
    super(in);
    this.told = told;
  }

  /** How many bytes were read. */
  long count() {
    return count;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    add(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(byte[] into, int from, int most) throws IOException {
    int got = super.read(into, from, most);
    add(Math.max(0, got));
    return got;
  }

  private void add(int more) {
    long sum = count + more;
    count = sum;
    told.accept(sum);
  }
}
