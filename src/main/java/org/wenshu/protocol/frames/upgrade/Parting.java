package org.wenshu.protocol.frames.upgrade;

/**
 * Watches what a client sends for its close frame, which is the last it sends (RFC 6455, 5.5.1).
 * Looks at the end of what has come only: where frames begin it does not know, so it may take
 * something else for a close frame once in many thousands, and then the connection ends as it would
 * without anybody watching. For one thread at a time; what it has seen may be asked by any.
 */
final class Parting {
  private static final int MASK = 4;
  private static final int HEADER = 2 + MASK;
  private static final int MOST = HEADER + 125;
  private static final byte CLOSE = (byte) 0x88;
  private static final int MASKED = 0x80;

  private final byte[] last = new byte[MOST];
  private int size;
  private volatile boolean come;

  /** Takes the next bytes. */
  void read(byte[] bytes, int from, int count) {
    if (count >= MOST) {
      System.arraycopy(bytes, from + count - MOST, last, 0, MOST);
      size = MOST;
    } else {
      int kept = Math.min(size, MOST - count);
      System.arraycopy(last, size - kept, last, 0, kept);
      System.arraycopy(bytes, from, last, kept, count);
      size = kept + count;
    }
    come = endsWithClose();
  }

  /** Whether what has come so far ends with a close frame. */
  boolean hasCome() {
    return come;
  }

  private boolean endsWithClose() {
    for (int start = size - HEADER; start >= 0; start--) {
      int length = size - HEADER - start;
      if (last[start] == CLOSE && (last[start + 1] & 0xff) == (MASKED | length) && length != 1) {
        return true;
      }
    }
    return false;
  }
}
