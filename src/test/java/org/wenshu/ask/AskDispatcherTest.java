package org.wenshu.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wenshu.error.ErrorCode;
import org.wenshu.error.WenshuException;
import org.wenshu.knowledge.glossary.Glossary;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Question;
import org.wenshu.question.Wording;
import org.wenshu.security.Caller;

class AskDispatcherTest {
  private static final AskConfig TWO_AND_ONE =
      new AskConfig(2, Duration.ofMillis(300), 1, Duration.ofMinutes(1), Duration.ofMillis(200));

  private final CountDownLatch release = new CountDownLatch(1);
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private final InMemoryJournal journal = new InMemoryJournal();
  private final AskDispatcher dispatcher =
      new AskDispatcher(
          new AskService(StalledSteps.until(release), TWO_AND_ONE),
          TWO_AND_ONE,
          new AskAudit(journal, caller -> "p1"),
          Thread::new);

  @AfterEach
  void close() {
    release.countDown();
    dispatcher.close();
  }

  @Test
  void answersSomeAtOnceLetsSomeWaitAndRefusesTheRest() throws InterruptedException {
    submit("a", new Cancellation());
    submit("b", new Cancellation());
    assertThat(List.of(next(), next())).containsExactlyInAnyOrder("a Started", "b Started");
    submit("c", new Cancellation());
    assertThat(heard.poll(100, TimeUnit.MILLISECONDS)).isNull();

    submit("d", new Cancellation());
    assertThat(next()).isEqualTo("d SATURATED");

    release.countDown();
    assertThat(List.of(next(), next(), next(), next()))
        .containsExactlyInAnyOrder(
            "a SCHEMA_UNAVAILABLE", "b SCHEMA_UNAVAILABLE", "c Started", "c SCHEMA_UNAVAILABLE");
  }

  @Test
  void recordsEveryQuestionWhateverBecomesOfIt() throws InterruptedException {
    Cancellation leaving = new Cancellation();
    submit("a", leaving);
    submit("b", new Cancellation());
    next();
    next();
    submit("c", new Cancellation());
    submit("d", new Cancellation());
    assertThat(journal.next()).isEqualTo("d anonymous p1 TURNED_AWAY SATURATED");

    leaving.cancel();
    release.countDown();

    assertThat(List.of(journal.next(), journal.next(), journal.next()))
        .containsExactlyInAnyOrder(
            "a anonymous p1 CANCELLED ",
            "b anonymous p1 FAILED SCHEMA_UNAVAILABLE",
            "c anonymous p1 FAILED SCHEMA_UNAVAILABLE");
  }

  @Test
  void beginsNothingThatCouldNotBeRecorded() throws InterruptedException {
    journal.refuse();

    submit("a", new Cancellation());

    assertThat(next()).isEqualTo("a AUDIT_UNAVAILABLE");
    assertThat(journal.next()).isEqualTo("a anonymous p1 TURNED_AWAY AUDIT_UNAVAILABLE");
  }

  @Test
  void refusesAQuestionThatHasWaitedTooLong() throws InterruptedException {
    submit("a", new Cancellation());
    submit("b", new Cancellation());
    next();
    next();
    long before = System.nanoTime();
    submit("c", new Cancellation());

    assertThat(next()).isEqualTo("c SATURATED");
    assertThat(Duration.ofNanos(System.nanoTime() - before))
        .isBetween(Duration.ofMillis(290), Duration.ofSeconds(5));
  }

  @Test
  void forgetsAWaitingQuestionThatIsCancelled() throws InterruptedException {
    submit("a", new Cancellation());
    submit("b", new Cancellation());
    next();
    next();
    Cancellation gone = new Cancellation();
    submit("c", gone);
    gone.cancel();
    submit("d", new Cancellation());

    release.countDown();
    assertThat(List.of(next(), next(), next(), next())).noneMatch(e -> e.startsWith("c"));
  }

  @Test
  void cancelsWhatIsStillOnItsWayWhenStopping() throws InterruptedException {
    Cancellation cancellation = new Cancellation();
    submit("a", cancellation);
    next();

    dispatcher.close();
    assertThat(cancellation.isCancelled()).isTrue();
    submit("late", new Cancellation());

    assertThat(next()).isEqualTo("late SATURATED");
  }

  private void submit(String name, Cancellation cancellation) {
    dispatcher.submit(
        new AskRequest(Question.of(name), Caller.anonymous()),
        event -> heard.add(name + " " + shown(event)),
        cancellation);
  }

  private String next() throws InterruptedException {
    String event = heard.poll(5, TimeUnit.SECONDS);
    assertThat(event).as("an event within 5 s").isNotNull();
    return event;
  }

  private static String shown(AskEvent event) {
    return event instanceof AskEvent.Failed failed
        ? failed.code().name()
        : event.getClass().getSimpleName();
  }

  /** Steps whose first waits for a signal and then fails. */
  private static final class StalledSteps {
    static AskSteps until(CountDownLatch release) {
      return new AskSteps(
          Glossary::empty,
          question -> {
            awaitQuietly(release);
            throw new WenshuException(
                ErrorCode.SCHEMA_UNAVAILABLE, new Wording("尚无数据库模式", "No schema yet"));
          },
          null,
          null,
          null,
          null,
          null,
          Insights.withoutPlans(),
          AnswerCache.none());
    }

    private static void awaitQuietly(CountDownLatch release) {
      try {
        release.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
