package org.wenshu.generation.grammar;

import java.util.function.Consumer;
import org.wenshu.generation.DraftSql;
import org.wenshu.generation.Generation;
import org.wenshu.generation.GenerationRequest;
import org.wenshu.generation.RejectedDraft;
import org.wenshu.generation.SqlGenerator;
import org.wenshu.generation.grammar.followup.FollowUps;
import org.wenshu.generation.grammar.followup.Unresolved;
import org.wenshu.generation.grammar.intent.Intent;
import org.wenshu.generation.grammar.plan.Analyses;
import org.wenshu.generation.grammar.plan.NotPlanned;
import org.wenshu.generation.grammar.sql.SqlWriter;
import org.wenshu.question.Abstention;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Deadline;
import org.wenshu.question.Language;
import org.wenshu.question.Question;
import org.wenshu.question.Wording;
import org.wenshu.schema.SchemaContext;

/**
 * Writes SQL without a model: deterministic, within a millisecond, and silent rather than wrong. A
 * question is answered only when every word of it found its place. Thread-safe.
 */
public final class GrammarGenerator implements SqlGenerator {
  private static final String NAME = "grammar";
  private final SchemaKnowledge knowledge = new SchemaKnowledge();
  private final RememberedReadings readings = new RememberedReadings();

  @Override
  public Generation generate(
      GenerationRequest request,
      Consumer<String> pieces,
      Deadline deadline,
      Cancellation cancellation) {
    cancellation.check();
    Generation generation = answer(request);
    Pieces.of(generation.text()).forEach(pieces);
    return generation;
  }

  @Override
  public Generation repair(
      GenerationRequest request,
      RejectedDraft rejected,
      Deadline deadline,
      Cancellation cancellation) {
    cancellation.check();
    Generation again = answer(request);
    boolean same =
        again instanceof Generation.Drafted drafted && drafted.sql().equals(rejected.sql());
    return same ? abstained(Reasons.noOtherReading(), Abstention.UNANSWERABLE, request) : again;
  }

  private Generation answer(GenerationRequest request) {
    Reading reading = read(request.question(), request.schema());
    if (request.isRestricted() && isAboutWithheld(request, reading)) {
      return abstained(Reasons.notOpen(), Abstention.NOT_PERMITTED, request);
    }
    if (reading instanceof Reading.None none) {
      return abstained(none.reason(), none.kind(), request);
    }
    Reading.Statement statement = (Reading.Statement) reading;
    String sql = statement.sql();
    String text = Reasons.understood(request.question().language()) + "\n```sql\n" + sql + "\n```";
    return new Generation.Drafted(new DraftSql(sql), text, NAME, statement.notices());
  }

  /**
   * Words that mean something withheld must not be taken for something else: the question is then
   * about other tables than those it could be answered from.
   */
  private boolean isAboutWithheld(GenerationRequest request, Reading reading) {
    return read(request.question(), request.whole()) instanceof Reading.Statement meant
        && !(reading instanceof Reading.Statement statement
            && TableNames.in(statement.sql()).equals(TableNames.in(meant.sql())));
  }

  private Reading read(Question question, SchemaContext schema) {
    SchemaKnowledge.Known known = knowledge.of(schema.snapshot());
    return readings.get(known, question, schema, () -> read(question, schema, known));
  }

  private static Reading read(
      Question question, SchemaContext schema, SchemaKnowledge.Known known) {
    try {
      Intent intent = new FollowUps(schema, known.lexicon(), known.graph()).read(question);
      if (!intent.unexplained().isEmpty()) {
        return none(Reasons.unexplained(intent.unexplained()));
      }
      String sql = SqlWriter.write(Analyses.plan(intent, schema, known.lexicon(), known.graph()));
      return new Reading.Statement(sql, FollowUps.notices(intent));
    } catch (NotPlanned e) {
      return none(e.reason());
    } catch (Unresolved e) {
      return new Reading.None(e.reason(), Abstention.UNRESOLVED_REFERENCE);
    }
  }

  private static Reading none(Wording reason) {
    return new Reading.None(reason, Abstention.UNANSWERABLE);
  }

  private static Generation abstained(Wording reason, Abstention kind, GenerationRequest request) {
    Language language = request.question().language();
    return new Generation.Abstained(reason, reason.in(language), NAME, kind);
  }
}
