package org.wenshu.protocol.frames.upgrade;

import jakarta.websocket.Session;
import java.lang.reflect.Field;
import java.util.concurrent.Delayed;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The idle timers of Payara's WebSocket layer. It starts one anew for every message that arrives,
 * even on connections that have none, where it is due at once: a managed executor captures the
 * context of the caller, a thread of it wakes, sets the context up and finds that there is nothing
 * to do. That is a tenth of all that an answer costs. We watch over silent clients ourselves.
 */
public final class IdleTimers {
  private static final Logger LOG = Logger.getLogger(IdleTimers.class.getName());
  private static final String TYRUS = "org.glassfish.tyrus.core.TyrusSession";
  private static final AtomicBoolean TOLD = new AtomicBoolean();
  private static final ScheduledExecutorService NONE = new Never();

  private IdleTimers() {}

  /** The connection may be idle for ever; on another server that is all this does. */
  public static void none(Session session) {
    if (session.getClass().getName().equals(TYRUS)) {
      replace(session);
    }
    session.setMaxIdleTimeout(0);
  }

  /** The layer has no setting for it. Where it looks different inside, its timers stay. */
  private static void replace(Session session) {
    try {
      Field timers = session.getClass().getDeclaredField("service");
      if (timers.getType() == ScheduledExecutorService.class) {
        timers.setAccessible(true);
        timers.set(session, NONE);
      }
    } catch (ReflectiveOperationException | RuntimeException e) {
      if (TOLD.compareAndSet(false, true)) {
        LOG.log(Level.INFO, "The WebSocket layer keeps its idle timers: answers cost more", e);
      }
    }
  }

  /** Takes one-time tasks and forgets them. */
  private static final class Never extends ScheduledThreadPoolExecutor {
    Never() {
      super(0);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
      return Forgotten.TASK;
    }
  }

  /** A task that will not run. */
  private static final class Forgotten implements ScheduledFuture<Object> {
    static final Forgotten TASK = new Forgotten();

    @Override
    public long getDelay(TimeUnit unit) {
      return Long.MAX_VALUE;
    }

    @Override
    public int compareTo(Delayed other) {
      return 0;
    }

    @Override
    public boolean cancel(boolean interrupting) {
      return true;
    }

    @Override
    public boolean isCancelled() {
      return true;
    }

    @Override
    public boolean isDone() {
      return true;
    }

    @Override
    public Object get() {
      return null;
    }

    @Override
    public Object get(long wait, TimeUnit unit) {
      return null;
    }
  }
}
