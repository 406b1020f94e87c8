package org.wenshu.protocol.frames;

import java.time.Duration;

/** Senders on channels in memory, which write on the calling thread. */
public final class TestingSenders {
  private TestingSenders() {}

  /** A sender with the default limits. */
  public static FrameSender on(FrameChannel channel) {
    return on(channel, SenderConfig.defaults(), () -> {});
  }

  static FrameSender on(FrameChannel channel, SenderConfig config, Runnable whenBroken) {
    return on(channel, config, Conduct.standard(), whenBroken);
  }

  static FrameSender on(
      FrameChannel channel, SenderConfig config, Conduct conduct, Runnable whenBroken) {
    return new FrameSender(channel, new AtOnce(), config, conduct, whenBroken);
  }

  /** Waits for nothing. */
  private static final class AtOnce implements Writers {
    @Override
    public void execute(Runnable writing) {
      writing.run();
    }

    @Override
    public void schedule(Runnable writing, Duration delay) {
      writing.run();
    }
  }
}
