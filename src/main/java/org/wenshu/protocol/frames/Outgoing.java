package org.wenshu.protocol.frames;

import java.io.IOException;
import java.time.Duration;

/**
 * Something to send. It becomes frames only when its turn comes, so what still waits can be merged.
 * Written by one thread at a time.
 */
public interface Outgoing {
  /**
   * Takes over the content of what is sent directly after this, while this still waits.
   *
   * @return whether it was taken over; else it waits on its own
   */
  default boolean absorb(Outgoing next) {
    return false;
  }

  /** The characters that wait here; counts against the bound of the queue. */
  int length();

  /** How many characters it may write at most, where that is not what waits here. */
  default int mostChars() {
    return length();
  }

  /** How long it may wait for more to merge with, when nothing waits before it. */
  default Duration patience() {
    return Duration.ZERO;
  }

  /** How long nothing is sent after it. */
  default Duration pause() {
    return Duration.ZERO;
  }

  /** Writes its frames, possibly none. */
  void writeTo(FrameChannel channel) throws IOException;

  /** One text frame. */
  static Outgoing text(String text) {
    return new TextFrame(text);
  }
}
