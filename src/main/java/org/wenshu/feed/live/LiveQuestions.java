package org.wenshu.feed.live;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.wenshu.ask.Answer;
import org.wenshu.ask.AskEvent;
import org.wenshu.ask.AskRequest;
import org.wenshu.audit.AuditOutcome;
import org.wenshu.error.ErrorCode;
import org.wenshu.error.WenshuException;
import org.wenshu.execution.Rows;
import org.wenshu.generation.DraftSql;
import org.wenshu.guard.GuardPolicy;
import org.wenshu.guard.GuardedSql;
import org.wenshu.guard.Judgement;
import org.wenshu.guard.PermittedSchema;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Deadline;
import org.wenshu.question.Question;
import org.wenshu.question.Wording;
import org.wenshu.security.Caller;

/**
 * Keeps questions open. A question is answered as any other; then its statement is run at a fixed
 * interval, once for all who ask the same under the same rights. Before every run the statement is
 * judged anew for everyone who waits for it. Thread-safe.
 */
public final class LiveQuestions implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(LiveQuestions.class.getName());
  private static final Wording TOO_MANY =
      new Wording("实时问题数量已达上限", "Too many live questions are open");
  private static final Wording REFUSED =
      new Wording("权限已变更，实时问题已停止", "What you may read has changed; the question has ended");

  private final LiveSteps steps;
  private final LiveConfig config;
  private final Clock clock;
  private final ScheduledThreadPoolExecutor threads;
  private final Map<LiveRun.Key, LiveRun> runs = new HashMap<>();
  private final Map<Asked, LiveRun> byQuestion = new HashMap<>();
  private final LongAdder executions = new LongAdder();

  /** Live questions that are run on threads from that factory. */
  public LiveQuestions(LiveSteps steps, LiveConfig config, Clock clock, ThreadFactory threads) {
    this.steps = steps;
    this.config = config;
    this.clock = clock;
    this.threads = new ScheduledThreadPoolExecutor(config.parallel(), threads);
    this.threads.setRemoveOnCancelPolicy(true);
  }

  private record Asked(String text, GuardPolicy policy) {}

  /** Limits. */
  public LiveConfig config() {
    return config;
  }

  /** How many different statements are run. */
  public int size() {
    synchronized (runs) {
      return runs.size();
    }
  }

  /** How often a statement was run again. */
  public long executions() {
    return executions.sum();
  }

  /** Ends a live question; a second call does nothing. */
  @FunctionalInterface
  public interface Open extends AutoCloseable {
    @Override
    void close();
  }

  /** Has the question answered, and kept open until what is returned is closed. */
  public Open open(Question question, Caller caller, LiveListener listener) {
    LiveAsker asker = new LiveAsker(question, caller, listener, clock.instant());
    begin(asker);
    return () -> leave(asker);
  }

  private void begin(LiveAsker asker) {
    Optional<LiveRun> known = joinKnown(asker);
    if (known.isPresent()) {
      steps.audit().joined(asker, known.get());
      return;
    }
    steps
        .dispatcher()
        .submit(
            new AskRequest(asker.question(), asker.caller()),
            event -> hear(asker, event),
            asker.cancellation());
  }

  /** Joins what is open already for the same question under the same rights. */
  private Optional<LiveRun> joinKnown(LiveAsker asker) {
    GuardPolicy policy;
    try {
      policy = permitted(asker.caller()).policy();
    } catch (WenshuException notNow) {
      LOG.log(Level.FINE, "Rights are not known; the question itself will tell", notNow);
      return Optional.empty();
    }
    synchronized (runs) {
      Optional<LiveRun> known =
          Optional.ofNullable(byQuestion.get(new Asked(asker.question().text(), policy)))
              .filter(run -> run.date().equals(today()));
      known.ifPresent(run -> run.add(asker));
      return known;
    }
  }

  private void hear(LiveAsker asker, AskEvent event) {
    if (event instanceof AskEvent.Answered answered) {
      join(asker, answered.answer());
    } else if (event instanceof AskEvent.Abstained abstained) {
      end(asker, ErrorCode.SQL_REFUSED, abstained.reason());
    } else if (event instanceof AskEvent.Failed failed) {
      end(asker, failed.code(), failed.error());
    }
  }

  private void join(LiveAsker asker, Answer answer) {
    GuardPolicy policy = permitted(asker.caller()).policy();
    DraftSql draft = new DraftSql(answer.sql());
    join(asker, draft, answer.guarded(), answer.rows(), policy);
  }

  private void join(
      LiveAsker asker, DraftSql draft, GuardedSql guarded, Rows rows, GuardPolicy policy) {
    LiveRun.Key key = new LiveRun.Key(guarded.text(), policy);
    LiveRun run;
    synchronized (runs) {
      run = runs.get(key);
      if (run == null && runs.size() < config.maxQuestions()) {
        run = new LiveRun(key, draft, guarded, rows, today());
        runs.put(key, run);
        schedule(run);
      }
      if (run != null) {
        byQuestion.put(new Asked(asker.question().text(), policy), run);
        run.add(asker);
      }
    }
    if (run == null) {
      end(asker, ErrorCode.SATURATED, TOO_MANY);
    }
  }

  private void schedule(LiveRun run) {
    long every = Math.max(1, config.interval().toMillis());
    run.scheduled(
        threads.scheduleWithFixedDelay(() -> runOnce(run), every, every, TimeUnit.MILLISECONDS));
  }

  private void end(LiveAsker asker, ErrorCode code, Wording why) {
    if (asker.end()) {
      asker.listener().ended(code, why);
    }
  }

  private void leave(LiveAsker asker) {
    if (asker.end()) {
      asker.run().ifPresent(run -> steps.audit().ended(asker, run, AuditOutcome.ANSWERED));
    }
    asker.cancellation().cancel();
    asker.run().ifPresent(run -> remove(run, asker));
  }

  private void remove(LiveRun run, LiveAsker asker) {
    synchronized (runs) {
      if (run.remove(asker) && runs.remove(run.key(), run)) {
        byQuestion.values().removeIf(other -> other == run);
        run.stop();
      }
    }
  }

  private void runOnce(LiveRun run) {
    try {
      if (!run.date().equals(today())) {
        askAnew(run, run.askers());
        return;
      }
      Optional<GuardedSql> guarded = judgeForAll(run);
      if (guarded.isPresent()) {
        executions.increment();
        Rows rows =
            steps
                .executor()
                .execute(guarded.get(), Deadline.after(config.timeout()), new Cancellation());
        run.result(guarded.get(), rows);
      }
    } catch (WenshuException e) {
      run.failed(e.code(), e.wording());
    } catch (CancellationException stopped) {
      LOG.log(Level.FINE, "A live question was stopped while it ran", stopped);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "A live question failed; going on", e);
    }
  }

  /** Of "today" and the like another statement comes on another day. */
  private void askAnew(LiveRun run, List<LiveAsker> askers) {
    for (LiveAsker asker : askers) {
      remove(run, asker);
      if (!asker.isOver()) {
        begin(asker);
      }
    }
  }

  /** The statement for those whose rights are as they were; others are taken elsewhere. */
  private Optional<GuardedSql> judgeForAll(LiveRun run) {
    Set<Caller> judged = new HashSet<>();
    Set<Caller> changed = new HashSet<>();
    Optional<GuardedSql> guarded = Optional.empty();
    for (LiveAsker asker : run.askers()) {
      if (judged.add(asker.caller())) {
        PermittedSchema permitted = permitted(asker.caller());
        if (permitted.policy().equals(run.key().policy())) {
          guarded = guarded.isPresent() ? guarded : admitted(run, permitted);
        } else {
          changed.add(asker.caller());
        }
      }
    }
    boolean refused = guarded.isEmpty();
    for (LiveAsker asker : run.askers()) {
      if (refused || changed.contains(asker.caller())) {
        rejudge(run, asker);
      }
    }
    return guarded;
  }

  private void rejudge(LiveRun run, LiveAsker asker) {
    remove(run, asker);
    PermittedSchema permitted = permitted(asker.caller());
    Optional<GuardedSql> guarded = admitted(run, permitted);
    if (guarded.isEmpty()) {
      steps.audit().ended(asker, run, AuditOutcome.REFUSED);
      end(asker, ErrorCode.NOT_PERMITTED, REFUSED);
    } else if (!asker.isOver()) {
      begin(asker);
    }
  }

  private Optional<GuardedSql> admitted(LiveRun run, PermittedSchema permitted) {
    return steps.guard().judge(run.draft(), permitted) instanceof Judgement.Admitted admitted
        ? Optional.of(admitted.sql())
        : Optional.empty();
  }

  private PermittedSchema permitted(Caller caller) {
    return steps.guard().permitted(steps.catalogue().get(), caller);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
  }

  /** Stops all runs. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
