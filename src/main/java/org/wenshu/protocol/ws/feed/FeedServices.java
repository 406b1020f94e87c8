package org.wenshu.protocol.ws.feed;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.wenshu.feed.FeedHub;
import org.wenshu.feed.source.SourceState;
import org.wenshu.security.Caller;

/** The parts that the feed's wire is made of. Thread-safe. */
public final class FeedServices implements AutoCloseable {
  /** Told to clients that ask who they talk to. */
  static final String VERSION = "0.1";

  private static final String OWN_PATHS = ".*/ws/(realtime|feed|market|ingest)(/.*)?";
  private static final Logger LOG = Logger.getLogger(FeedServices.class.getName());
  private static final int CATCHING_UP = 4;
  private static final int MOST_CATCHING_UP = 10_000;
  private static final int FLUSHERS = Math.max(2, Runtime.getRuntime().availableProcessors());

  private final FeedWireConfig config;
  private final FeedHub hub;
  private final FeedInputs inputs;
  private final FeedAccess access;
  private final FeedCounters counters;
  private final Clock clock;
  private final Instant startedAt;
  private final FeedTime time;
  private final DataFrames dataFrames;
  private final SubscribeReader reader;
  private final Flushers flushers;
  private final CallerRates rates;
  private final FeedSessions sessions;
  private final ThreadPoolExecutor background;

  /** The parts, put together; closing them ends the threads. */
  public FeedServices(
      FeedWireConfig config,
      FeedHub hub,
      FeedInputs inputs,
      FeedAccess access,
      FeedCounters counters,
      Clock clock,
      ThreadFactory threads) {
    this.config = config;
    this.hub = hub;
    this.inputs = inputs;
    this.access = access;
    this.counters = counters;
    this.clock = clock;
    this.startedAt = clock.instant();
    this.time = new FeedTime(hub.config().zone());
    this.dataFrames = new DataFrames(time);
    this.reader = new SubscribeReader(hub.symbols(), config.bookLevels());
    this.flushers = new Flushers(FLUSHERS, config.flushInterval(), threads);
    this.rates = new CallerRates(config.messagesPerSecond());
    this.sessions = new FeedSessions(this, threads);
    this.background =
        new ThreadPoolExecutor(
            CATCHING_UP,
            CATCHING_UP,
            1,
            TimeUnit.MINUTES,
            new LinkedBlockingQueue<>(MOST_CATCHING_UP),
            threads,
            new ThreadPoolExecutor.CallerRunsPolicy());
    background.allowCoreThreadTimeOut(true);
    inputs.sources().listen(sessions::sourceChanged);
  }

  /** Limits. */
  public FeedWireConfig config() {
    return config;
  }

  /** Everybody who uses the feed now. */
  public FeedSessions sessions() {
    return sessions;
  }

  /**
   * Whether a caller has as many connections as a key may have, on the paths that are the feed's
   * alone. Where nobody has to say who they are, nobody has too many.
   */
  public boolean hasTooMany(String path, Caller caller) {
    return path.matches(OWN_PATHS)
        && !access.isOpen()
        && sessions.countOf(caller) >= config.maxConnectionsPerKey();
  }

  FeedHub hub() {
    return hub;
  }

  SourceState sources() {
    return inputs.sources();
  }

  FeedInputs inputs() {
    return inputs;
  }

  FeedAccess access() {
    return access;
  }

  FeedCounters counters() {
    return counters;
  }

  Clock clock() {
    return clock;
  }

  Instant startedAt() {
    return startedAt;
  }

  FeedTime time() {
    return time;
  }

  DataFrames dataFrames() {
    return dataFrames;
  }

  SubscribeReader reader() {
    return reader;
  }

  /** How many requests callers bring over HTTP. */
  CallerRates rates() {
    return rates;
  }

  Flushers flushers() {
    return flushers;
  }

  /** Runs what takes its time, a few at once. */
  void inBackground(Runnable task) {
    background.execute(
        () -> {
          try {
            task.run();
          } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "What a client of the feed has missed is not told", e);
          }
        });
  }

  @Override
  public void close() {
    sessions.close();
    background.shutdownNow();
    flushers.close();
  }
}
