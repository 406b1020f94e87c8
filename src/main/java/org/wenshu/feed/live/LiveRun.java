package org.wenshu.feed.live;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledFuture;
import org.wenshu.error.ErrorCode;
import org.wenshu.execution.Rows;
import org.wenshu.generation.DraftSql;
import org.wenshu.guard.GuardPolicy;
import org.wenshu.guard.GuardedSql;
import org.wenshu.question.Wording;

/**
 * One statement that is run again and again for all who ask for it under the same rights.
 * Thread-safe; run by one thread at a time.
 */
final class LiveRun {
  private final Key key;
  private final DraftSql draft;
  private final LocalDate date;
  private final CopyOnWriteArrayList<LiveAsker> askers = new CopyOnWriteArrayList<>();
  private LiveUpdate latest;
  private boolean silent;
  private ScheduledFuture<?> schedule;

  LiveRun(Key key, DraftSql draft, GuardedSql guarded, Rows rows, LocalDate date) {
    this.key = key;
    this.draft = draft;
    this.date = date;
    this.latest = new LiveUpdate(1, guarded.readableText(), rows, Optional.empty());
  }

  /** What makes two runs one. */
  record Key(String sql, GuardPolicy policy) {}

  Key key() {
    return key;
  }

  DraftSql draft() {
    return draft;
  }

  LocalDate date() {
    return date;
  }

  List<LiveAsker> askers() {
    return askers;
  }

  synchronized void scheduled(ScheduledFuture<?> future) {
    schedule = future;
  }

  synchronized void stop() {
    if (schedule != null) {
      schedule.cancel(false);
    }
  }

  /** Tells the answer so far, then every change. */
  synchronized void add(LiveAsker asker) {
    if (asker.joins(this)) {
      askers.add(asker);
      asker.listener().told(latest);
    }
  }

  /** True when nobody is left. */
  boolean remove(LiveAsker asker) {
    askers.remove(asker);
    return askers.isEmpty();
  }

  synchronized LiveUpdate latest() {
    return latest;
  }

  /** Takes in what the statement gave now; tells a change to all. */
  synchronized boolean result(GuardedSql guarded, Rows rows) {
    silent = false;
    RowDifference difference = RowDifference.between(latest.rows().rows(), rows.rows());
    if (difference.isEmpty() && latest.rows().columns().equals(rows.columns())) {
      return false;
    }
    latest =
        new LiveUpdate(latest.version() + 1, guarded.readableText(), rows, Optional.of(difference));
    askers.forEach(asker -> asker.listener().told(latest));
    return true;
  }

  /** Tells of the first failure in a row. */
  synchronized void failed(ErrorCode code, Wording why) {
    if (!silent) {
      silent = true;
      askers.forEach(asker -> asker.listener().silent(code, why));
    }
  }
}
