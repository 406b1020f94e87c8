package org.wenshu.conversation.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.wenshu.conversation.Conversation;
import org.wenshu.conversation.ConversationConfig;
import org.wenshu.conversation.ConversationStore;
import org.wenshu.conversation.Creation;
import org.wenshu.conversation.HistoryEntry;
import org.wenshu.conversation.Preferences;
import org.wenshu.conversation.Turn;
import org.wenshu.error.ErrorCode;
import org.wenshu.error.WenshuException;
import org.wenshu.question.BusyThread;
import org.wenshu.question.Deadline;
import org.wenshu.question.EarlierTurn;
import org.wenshu.question.Wording;
import org.wenshu.security.Identity;

/**
 * A store whose calls end in time, whatever its pool, its network or its locks do: they run on
 * threads of their own, so many at once, and nobody waits for one longer than configured. A
 * transaction that a lock conflict ended is run again. Thread-safe.
 */
public final class DeadlineStore implements ConversationStore {
  /** Fewer than the pool has: the others of its users must not wait for these. */
  private static final int PARALLEL = 12;

  private static final int ATTEMPTS = 3;
  private static final Wording UNAVAILABLE =
      new Wording(
          "会话暂不可用，请稍后重试；不带会话的查询不受影响",
          "Conversations are not available at the moment, please try again later; questions without"
              + " one are not affected");

  private final ConversationStore store;
  private final Runnable migration;
  private final ExecutorService threads;
  private final Duration timeout;
  private final Semaphore free = new Semaphore(PARALLEL);

  /**
   * That store, made dependable.
   *
   * @param migration makes the tables, or throws; cheap once it has succeeded
   * @param threads outside any transaction
   * @param timeout for one call
   */
  public DeadlineStore(
      ConversationStore store, Runnable migration, ExecutorService threads, Duration timeout) {
    this.store = store;
    this.migration = migration;
    this.threads = threads;
    this.timeout = timeout;
  }

  private <T> T call(Callable<T> call) {
    BusyThread.waits();
    Deadline deadline = Deadline.after(timeout);
    try {
      if (!free.tryAcquire(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
        throw unavailable(null);
      }
      Future<T> running = start(call);
      return await(running, deadline);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable(e);
    }
  }

  /** A call that nobody waits for any more keeps its place until it ends: so many and no more. */
  private <T> Future<T> start(Callable<T> call) {
    try {
      return threads.submit(
          () -> {
            try {
              return attempt(call);
            } finally {
              free.release();
            }
          });
    } catch (RejectedExecutionException e) {
      free.release();
      throw unavailable(e);
    }
  }

  private <T> T await(Future<T> running, Deadline deadline) throws InterruptedException {
    try {
      return running.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw unavailable(e);
    } catch (ExecutionException e) {
      throw unavailable(e.getCause());
    }
  }

  private <T> T attempt(Callable<T> call) throws Exception {
    migration.run();
    for (int attempt = 1; ; attempt++) {
      try {
        return call.call();
      } catch (RuntimeException e) {
        if (attempt == ATTEMPTS || !LockConflicts.caused(e)) {
          throw e;
        }
      }
    }
  }

  private static WenshuException unavailable(Throwable cause) {
    return new WenshuException(ErrorCode.CONVERSATIONS_UNAVAILABLE, UNAVAILABLE, cause);
  }

  @Override
  public Creation create(Draft draft, ConversationConfig limits) {
    return call(() -> store.create(draft, limits));
  }

  @Override
  public Optional<Conversation> find(String id) {
    return call(() -> store.find(id));
  }

  @Override
  public Optional<Identity> identity(String id) {
    return call(() -> store.identity(id));
  }

  @Override
  public boolean touch(String id, Instant at, Instant expiresAt) {
    return call(() -> store.touch(id, at, expiresAt));
  }

  @Override
  public void prefer(String id, Preferences preferences) {
    call(
        () -> {
          store.prefer(id, preferences);
          return true;
        });
  }

  @Override
  public boolean append(String id, Turn turn, Instant expiresAt, int history) {
    return call(() -> store.append(id, turn, expiresAt, history));
  }

  @Override
  public boolean delete(String id) {
    return call(() -> store.delete(id));
  }

  @Override
  public List<Conversation> live(Optional<String> owner, Instant at, int most) {
    return call(() -> store.live(owner, at, most));
  }

  @Override
  public List<HistoryEntry> history(String id) {
    return call(() -> store.history(id));
  }

  @Override
  public List<EarlierTurn> earlier(String id, Instant since, int most) {
    return call(() -> store.earlier(id, since, most));
  }

  @Override
  public List<Ended> ended(Instant after, Instant until) {
    return call(() -> store.ended(after, until));
  }

  @Override
  public int erase(Instant expiredBy, int most) {
    return call(() -> store.erase(expiredBy, most));
  }

  @Override
  public int forget(Instant expiredBy, int most) {
    return call(() -> store.forget(expiredBy, most));
  }
}
