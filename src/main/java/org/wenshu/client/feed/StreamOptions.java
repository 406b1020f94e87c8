package org.wenshu.client.feed;

/**
 * How a stream of updates is buffered.
 *
 * @param buffer how many updates may wait for a subscriber, at least 1
 * @param overflow what happens when they do
 */
public record StreamOptions(int buffer, Overflow overflow) {
  private static final int BUFFER = 256;

  /** A buffer holds one at least. */
  public StreamOptions {
    if (buffer < 1) {
      throw new IllegalArgumentException("The buffer must hold at least 1");
    }
  }

  /** 256 updates, then the latest of each. */
  public static StreamOptions defaults() {
    return new StreamOptions(BUFFER, Overflow.LATEST);
  }

  /** The same with another rule for what does not fit. */
  public StreamOptions on(Overflow rule) {
    return new StreamOptions(buffer, rule);
  }

  /** The same with another size. */
  public StreamOptions withBuffer(int updates) {
    return new StreamOptions(updates, overflow);
  }
}
