package org.wenshu.ask;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.wenshu.error.ErrorCode;
import org.wenshu.error.WenshuException;
import org.wenshu.execution.ExecutionException;
import org.wenshu.execution.Rows;
import org.wenshu.generation.DraftSql;
import org.wenshu.generation.Generation;
import org.wenshu.generation.GenerationRequest;
import org.wenshu.generation.RejectedDraft;
import org.wenshu.guard.GuardedSql;
import org.wenshu.guard.Judgement;
import org.wenshu.guard.PermittedSchema;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Deadline;
import org.wenshu.question.Question;
import org.wenshu.question.Wording;
import org.wenshu.schema.SchemaContext;
import org.wenshu.schema.Table;
import org.wenshu.values.ValueLinking;

/** One question on its way. Confined to the thread that answers it. */
final class AskRun {
  private static final Wording NOTHING_EXTRACTED =
      new Wording("未能从模型输出中提取SQL", "No SQL could be extracted from the model's output");

  private static final String MODEL = "model";

  private final AskSteps steps;
  private final Question question;
  private final AskRequest asked;
  private final AskListener listener;
  private final Deadline deadline;
  private final Cancellation cancellation;
  private final long startedNanos = System.nanoTime();
  private PermittedSchema permitted;
  private GroundedQuestion grounded;
  private AnswerKey key;
  private GenerationRequest request;
  private Optional<String> lastSql = Optional.empty();

  AskRun(
      AskSteps steps,
      AskRequest asked,
      AskListener listener,
      Deadline deadline,
      Cancellation cancellation) {
    this.steps = steps;
    this.question = asked.question();
    this.asked = asked;
    this.listener = listener;
    this.deadline = deadline;
    this.cancellation = cancellation;
  }

  Question question() {
    return question;
  }

  void answer() {
    emit(new AskEvent.Started(question));
    grounded = GroundedQuestion.of(question, steps.glossary().get());
    SchemaContext found = steps.schemaLinker().link(grounded.meant());
    permitted = steps.guard().permitted(found.snapshot(), asked.caller());
    SchemaContext schema = permitted.restrict(found);
    emit(new AskEvent.SchemaLinked(schema.tables().stream().map(Table::name).toList()));
    key = key(found);
    Optional<Answer> kept = reusable() ? steps.answers().find(key) : Optional.empty();
    if (kept.isPresent()) {
      answerAgain(kept.get());
      return;
    }
    request =
        new GenerationRequest(
            grounded.meant(),
            schema,
            found,
            steps.promptAssembler().assemble(question, grounded.terms(), schema));
    generate();
  }

  void fail(ErrorCode code, Wording wording) {
    listener.on(new AskEvent.Failed(code, wording, lastSql));
  }

  private AnswerKey key(SchemaContext found) {
    return new AnswerKey(
        question.text(),
        grounded.meant().text(),
        grounded.meant().earlier(),
        found.snapshot().version(),
        permitted.policy(),
        asked.options().window(),
        asked.options().detail(),
        LocalDate.now(ZoneId.systemDefault()));
  }

  private boolean reusable() {
    return asked.options().reusable() && !asked.options().dryRun();
  }

  private void answerAgain(Answer kept) {
    emit(new AskEvent.Reused(kept.sql(), kept.guarded(), kept.rows()));
    emit(new AskEvent.Answered(kept.again(elapsed())));
  }

  private void generate() {
    emit(new AskEvent.Generating());
    Generation generation =
        steps
            .generator()
            .generate(request, p -> emit(new AskEvent.SqlDelta(p)), deadline, cancellation);
    if (generation instanceof Generation.Abstained abstained) {
      emit(new AskEvent.Abstained(abstained.reason(), abstained.kind()));
    } else if (generation instanceof Generation.Drafted drafted) {
      emit(new AskEvent.SqlDrafted(drafted.text(), drafted.sql().text(), drafted.generator()));
      execute(drafted);
    }
  }

  private void execute(Generation.Drafted drafted) {
    ValueLinking linked = steps.valueLinker().link(drafted.sql(), request.schema().snapshot());
    emit(new AskEvent.ValuesLinked(linked.sql().text(), linked.substitutions()));
    try {
      guardAndExecute(new Attempt(drafted, linked, Optional.empty()), 0);
    } catch (ExecutionException rejected) {
      emit(new AskEvent.ExecutionFailed(rejected.code(), rejected.wording(), 0));
      repair(linked.sql(), rejected);
    }
  }

  private void repair(DraftSql rejectedSql, ExecutionException cause) {
    emit(new AskEvent.Repairing());
    RejectedDraft rejected =
        new RejectedDraft(rejectedSql, cause.wording().in(question.language()));
    Generation second = steps.generator().repair(request, rejected, deadline, cancellation);
    Optional<Attempt> attempt =
        second instanceof Generation.Drafted drafted
            ? Optional.of(repaired(drafted, rejectedSql))
            : Optional.empty();
    Optional<String> sql = attempt.map(a -> a.linked().sql().text());
    emit(new AskEvent.Repaired(second.text(), sql));
    try {
      executeRepaired(attempt, unrepaired(second, cause));
    } catch (ExecutionException again) {
      emit(new AskEvent.ExecutionFailed(again.code(), again.wording(), 1));
      listener.on(
          new AskEvent.Failed(again.code(), again.wording(), lastSql, again.databaseError()));
    }
  }

  private Attempt repaired(Generation.Drafted drafted, DraftSql rejected) {
    ValueLinking linked = steps.valueLinker().link(drafted.sql(), request.schema().snapshot());
    return new Attempt(drafted, linked, Optional.of(rejected.text()));
  }

  /** Of a model's silence the contract has words; without one, what was wrong is still wrong. */
  private static ExecutionException unrepaired(Generation second, ExecutionException cause) {
    return second.generator().equals(MODEL)
        ? new ExecutionException(ErrorCode.EXECUTION_FAILED, NOTHING_EXTRACTED, null)
        : cause;
  }

  private void executeRepaired(Optional<Attempt> attempt, ExecutionException unrepaired) {
    if (attempt.isEmpty()) {
      emit(new AskEvent.Executing("", 1));
      throw unrepaired;
    }
    guardAndExecute(attempt.get(), 1);
  }

  private void guardAndExecute(Attempt attempt, int number) {
    GuardedSql guarded = guard(attempt.linked().sql(), number);
    if (asked.options().dryRun()) {
      Generation.Drafted drafted = attempt.drafted();
      Insight insight = insight(guarded, false);
      emit(new AskEvent.Explained(guarded, insight, drafted.generator(), drafted.notices()));
      return;
    }
    Rows rows = steps.executor().execute(guarded, deadline, cancellation);
    emit(new AskEvent.Fetched(rows, number));
    Insight insight = insight(guarded, rows.truncated());
    Answer answer = attempt.answer(guarded, rows, insight, elapsed());
    if (reusable()) {
      steps.answers().keep(key, answer);
    }
    emit(new AskEvent.Answered(answer));
  }

  private Insight insight(GuardedSql guarded, boolean truncated) {
    return steps
        .insights()
        .of(
            guarded,
            permitted,
            asked.options().detail(),
            question.language(),
            truncated,
            deadline,
            cancellation);
  }

  private GuardedSql guard(DraftSql draft, int number) {
    lastSql = Optional.of(draft.text());
    emit(new AskEvent.Executing(draft.text(), number));
    Judgement judgement = steps.guard().judgeOnce(draft, permitted, asked.options().window());
    if (judgement instanceof Judgement.Refused refused) {
      emit(new AskEvent.Refused(refused.rule(), refused.position(), refused.explanation(), number));
      throw new ExecutionException(code(refused), refused.wording(), null);
    }
    GuardedSql guarded = ((Judgement.Admitted) judgement).sql();
    emit(new AskEvent.Guarded(guarded.text(), number));
    return guarded;
  }

  /** Where anything is withheld, a table that is not there may be one that must not be read. */
  private ErrorCode code(Judgement.Refused refused) {
    return refused.namesUnknownTable() && request.isRestricted()
        ? ErrorCode.NOT_PERMITTED
        : ErrorCode.SQL_REFUSED;
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - startedNanos);
  }

  /** Tells the listener, unless the asker is gone or the question has taken too long. */
  private void emit(AskEvent event) {
    cancellation.check();
    if (deadline.isPassed()) {
      throw new WenshuException(
          ErrorCode.QUESTION_TIMED_OUT,
          new Wording("问题处理超时", "The question took too long to answer"));
    }
    listener.on(event);
  }

  /** A statement on its way to the database. */
  private record Attempt(
      Generation.Drafted drafted, ValueLinking linked, Optional<String> original) {
    Answer answer(GuardedSql guarded, Rows rows, Insight insight, Duration duration) {
      return new Answer(
          linked.sql().text(),
          original,
          guarded,
          rows,
          linked.substitutions(),
          drafted.generator(),
          drafted.notices(),
          insight,
          false,
          duration);
    }
  }
}
