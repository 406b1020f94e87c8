package org.wenshu.knowledge.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Rows as the text that {@code LOAD DATA} reads: columns end with a tab, rows with a line feed, and
 * a backslash stands before these two, itself and zero.
 */
final class InfileRows implements RowSink {
  private static final int START = 1 << 16;
  private static final byte TAB = '\t';
  private static final byte LINE = '\n';
  private static final byte ESCAPE = '\\';

  private byte[] buffer = new byte[START];
  private int size;
  private int taken;
  private boolean begun;

  /** How many bytes wait to be taken. */
  int waiting() {
    return size - taken;
  }

  /** Moves so many of the bytes that wait to the target; there is room again when all are taken. */
  int take(byte[] target, int from, int most) {
    int count = Math.min(most, waiting());
    System.arraycopy(buffer, taken, target, from, count);
    taken += count;
    if (taken == size) {
      taken = 0;
      size = 0;
    }
    return count;
  }

  @Override
  public void number(long value) {
    column();
    plain(Long.toString(value));
  }

  @Override
  public void decimal(double value) {
    column();
    plain(Double.toString(value));
  }

  private void plain(String ascii) {
    int length = ascii.length();
    ensure(length);
    for (int i = 0; i < length; i++) {
      buffer[size++] = (byte) ascii.charAt(i);
    }
  }

  @Override
  public void text(String value) {
    escaped(value.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void bytes(byte[] value) {
    escaped(value);
  }

  private void escaped(byte[] value) {
    column();
    ensure(2 * value.length);
    byte[] target = buffer;
    int at = size;
    for (byte b : value) {
      if (b == TAB || b == LINE || b == ESCAPE || b == 0) {
        target[at++] = ESCAPE;
        target[at++] = b == 0 ? (byte) '0' : b;
      } else {
        target[at++] = b;
      }
    }
    size = at;
  }

  private void column() {
    if (begun) {
      ensure(1);
      buffer[size++] = TAB;
    }
    begun = true;
  }

  @Override
  public void end() {
    ensure(1);
    buffer[size++] = LINE;
    begun = false;
  }

  private void ensure(int more) {
    if (buffer.length - size < more) {
      buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, size + more));
    }
  }
}
