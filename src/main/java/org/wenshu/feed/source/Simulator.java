package org.wenshu.feed.source;

import java.time.Clock;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.wenshu.feed.FeedHub;

/** Publishes made-up ticks at an even rate, for the demo (section 14.4). */
public final class Simulator implements AutoCloseable {
  private static final long STEP_MILLIS = 20;
  private static final long STEPS_PER_SECOND = 1000 / STEP_MILLIS;

  private final FeedHub hub;
  private final SimulatorConfig config;
  private final Clock clock;
  private final TickSequence sequence;
  private final ScheduledThreadPoolExecutor thread;
  private long owed;

  /** A simulator that runs until it is closed. */
  public Simulator(
      FeedHub hub, SimulatorConfig config, SourceState state, Clock clock, ThreadFactory threads) {
    this.hub = hub;
    this.config = config;
    this.clock = clock;
    this.sequence = new TickSequence(config);
    state.note(TickSequence.SOURCE, true);
    this.thread = new ScheduledThreadPoolExecutor(1, threads);
    ScheduledFuture<?> unused =
        thread.scheduleAtFixedRate(this::step, STEP_MILLIS, STEP_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** What falls due in one step; fractions are owed to the next. */
  private void step() {
    owed += config.ticksPerSecond();
    while (owed >= STEPS_PER_SECOND) {
      owed -= STEPS_PER_SECOND;
      hub.publish(sequence.next(clock.instant()));
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
