package org.wenshu.protocol.frames;

import jakarta.websocket.CloseReason;
import java.io.IOException;
import java.nio.ByteBuffer;

/** A socket as the sender sees it. Texts and pings come from one thread at a time. */
public interface FrameChannel {
  /** Sends one complete text message. */
  void text(String text) throws IOException;

  /** Sends one complete binary message. */
  void binary(byte[] bytes) throws IOException;

  /** Sends a ping. */
  void ping() throws IOException;

  /** Whether {@link #text} may wait for the client, so that it needs a thread of its own. */
  boolean mayBlock();

  /**
   * Whether texts of so many characters may wait for the client now; false lets them, and a little
   * more, go out on any thread.
   */
  default boolean mayBlockAt(int chars) {
    return mayBlock();
  }

  /** What one {@link Outgoing} may write at most where it is sent promptly. */
  int PROMPT_CHARS = 16 * 1024;

  /** Whether another text may be handed over now. */
  boolean isWritable();

  /** Names what to run whenever the channel has become writable again. */
  void whenWritable(Runnable resume);

  /** How long the oldest unfinished send has made no progress, in nanoseconds; 0 when none has. */
  long blockedNanos();

  /** Notes the answer to a ping, with what the ping carried. */
  default void pong(ByteBuffer carried) {}

  /** Ends the connection, and any send that is stuck. Never throws. */
  void close(CloseReason reason);

  /** Says whether the next frame is followed by more at once, and may leave with it. */
  default void followed(boolean byMore) {}

  /** Sends what still waits for more to follow; may block like every sending. */
  default void settle() throws IOException {}
}
