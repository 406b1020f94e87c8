package org.wenshu.ask;

import java.time.Duration;
import java.util.List;
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
import org.wenshu.security.Caller;
import org.wenshu.values.Substitution;
import org.wenshu.values.ValueLinking;

/** One question on its way. Confined to the thread that answers it. */
final class AskRun {
  private static final Wording NOTHING_EXTRACTED =
      new Wording("未能从模型输出中提取SQL", "No SQL could be extracted from the model's output");

  private static final String MODEL = "model";

  private final AskSteps steps;
  private final Question question;
  private final Caller caller;
  private final AskListener listener;
  private final Deadline deadline;
  private final Cancellation cancellation;
  private final long startedNanos = System.nanoTime();
  private PermittedSchema permitted;
  private Optional<String> lastSql = Optional.empty();

  AskRun(
      AskSteps steps,
      Question question,
      Caller caller,
      AskListener listener,
      Deadline deadline,
      Cancellation cancellation) {
    this.steps = steps;
    this.question = question;
    this.caller = caller;
    this.listener = listener;
    this.deadline = deadline;
    this.cancellation = cancellation;
  }

  Question question() {
    return question;
  }

  void answer() {
    emit(new AskEvent.Started(question));
    SchemaContext found = steps.schemaLinker().link(question);
    permitted = steps.guard().permitted(found.snapshot(), caller);
    SchemaContext schema = permitted.restrict(found);
    emit(new AskEvent.SchemaLinked(schema.tables().stream().map(Table::name).toList()));
    GenerationRequest request =
        new GenerationRequest(
            question, schema, found, steps.promptAssembler().assemble(question, schema));
    emit(new AskEvent.Generating());
    Generation generation =
        steps
            .generator()
            .generate(request, p -> emit(new AskEvent.SqlDelta(p)), deadline, cancellation);
    if (generation instanceof Generation.Abstained abstained) {
      emit(new AskEvent.Abstained(abstained.reason(), abstained.kind()));
    } else if (generation instanceof Generation.Drafted drafted) {
      emit(new AskEvent.SqlDrafted(drafted.text(), drafted.sql().text(), drafted.generator()));
      execute(request, drafted);
    }
  }

  void fail(ErrorCode code, Wording wording) {
    listener.on(new AskEvent.Failed(code, wording, lastSql));
  }

  private void execute(GenerationRequest request, Generation.Drafted drafted) {
    ValueLinking linked = steps.valueLinker().link(drafted.sql(), request.schema().snapshot());
    emit(new AskEvent.ValuesLinked(linked.sql().text(), linked.substitutions()));
    try {
      Rows rows = guardAndExecute(linked.sql(), 0);
      answered(linked, Optional.empty(), rows, drafted);
    } catch (ExecutionException rejected) {
      emit(new AskEvent.ExecutionFailed(rejected.code(), rejected.wording(), 0));
      repair(request, linked.sql(), rejected);
    }
  }

  private void repair(GenerationRequest request, DraftSql rejectedSql, ExecutionException cause) {
    emit(new AskEvent.Repairing());
    RejectedDraft rejected =
        new RejectedDraft(rejectedSql, cause.wording().in(question.language()));
    Generation second = steps.generator().repair(request, rejected, deadline, cancellation);
    Optional<ValueLinking> linked = linkRepaired(request, second);
    Optional<String> sql = linked.map(l -> l.sql().text());
    emit(new AskEvent.Repaired(second.text(), sql));
    try {
      Rows rows = executeRepaired(linked, unrepaired(second, cause));
      Generation.Drafted drafted = (Generation.Drafted) second;
      answered(linked.orElseThrow(), Optional.of(rejectedSql.text()), rows, drafted);
    } catch (ExecutionException again) {
      emit(new AskEvent.ExecutionFailed(again.code(), again.wording(), 1));
      fail(again.code(), again.wording());
    }
  }

  private Optional<ValueLinking> linkRepaired(GenerationRequest request, Generation repaired) {
    return repaired instanceof Generation.Drafted drafted
        ? Optional.of(steps.valueLinker().link(drafted.sql(), request.schema().snapshot()))
        : Optional.empty();
  }

  /** Of a model's silence the contract has words; without one, what was wrong is still wrong. */
  private static ExecutionException unrepaired(Generation second, ExecutionException cause) {
    return second.generator().equals(MODEL)
        ? new ExecutionException(ErrorCode.EXECUTION_FAILED, NOTHING_EXTRACTED, null)
        : cause;
  }

  private Rows executeRepaired(Optional<ValueLinking> linked, ExecutionException unrepaired) {
    if (linked.isEmpty()) {
      emit(new AskEvent.Executing("", 1));
      throw unrepaired;
    }
    return guardAndExecute(linked.get().sql(), 1);
  }

  private Rows guardAndExecute(DraftSql draft, int attempt) {
    lastSql = Optional.of(draft.text());
    emit(new AskEvent.Executing(draft.text(), attempt));
    Judgement judgement = steps.guard().judge(draft, permitted);
    if (judgement instanceof Judgement.Refused refused) {
      emit(
          new AskEvent.Refused(refused.rule(), refused.position(), refused.explanation(), attempt));
      throw new ExecutionException(ErrorCode.SQL_REFUSED, refused.wording(), null);
    }
    GuardedSql guarded = ((Judgement.Admitted) judgement).sql();
    emit(new AskEvent.Guarded(guarded.text(), attempt));
    Rows rows = steps.executor().execute(guarded, deadline, cancellation);
    emit(new AskEvent.Fetched(rows, attempt));
    return rows;
  }

  private void answered(
      ValueLinking linked, Optional<String> originalSql, Rows rows, Generation.Drafted drafted) {
    List<Substitution> substitutions = linked.substitutions();
    Duration duration = Duration.ofNanos(System.nanoTime() - startedNanos);
    emit(
        new AskEvent.Answered(
            new Answer(
                linked.sql().text(),
                originalSql,
                rows,
                substitutions,
                drafted.generator(),
                drafted.notices(),
                duration)));
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
}
