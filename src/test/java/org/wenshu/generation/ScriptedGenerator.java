package org.wenshu.generation;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.wenshu.error.ErrorCode;
import org.wenshu.error.WenshuException;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Deadline;
import org.wenshu.question.Wording;

/** A generator that streams given pieces and then drafts, abstains or fails as told. */
public final class ScriptedGenerator implements SqlGenerator {
  private final String name;
  private final List<String> pieces;
  private final Optional<WenshuException> failure;
  private final boolean abstains;

  private ScriptedGenerator(
      String name, List<String> pieces, Optional<WenshuException> failure, boolean abstains) {
    this.name = name;
    this.pieces = pieces;
    this.failure = failure;
    this.abstains = abstains;
  }

  /** Streams the pieces; together they are the statement. */
  public static ScriptedGenerator drafts(String name, String... pieces) {
    return new ScriptedGenerator(name, List.of(pieces), Optional.empty(), false);
  }

  /** Streams the pieces and has no statement. */
  public static ScriptedGenerator abstains(String name, String... pieces) {
    return new ScriptedGenerator(name, List.of(pieces), Optional.empty(), true);
  }

  /** Streams the pieces and then fails. */
  public static ScriptedGenerator fails(String name, ErrorCode code, String... pieces) {
    WenshuException failure = new WenshuException(code, new Wording("坏了", "It is broken"));
    return new ScriptedGenerator(name, List.of(pieces), Optional.of(failure), false);
  }

  @Override
  public Generation generate(
      GenerationRequest request,
      Consumer<String> consumer,
      Deadline deadline,
      Cancellation cancellation) {
    pieces.forEach(consumer);
    failure.ifPresent(
        f -> {
          throw f;
        });
    String text = String.join("", pieces);
    return abstains
        ? new Generation.Abstained(new Wording("不知道", "I do not know"), text, name)
        : new Generation.Drafted(new DraftSql(text), text, name, List.of());
  }

  @Override
  public Generation repair(
      GenerationRequest request,
      RejectedDraft rejected,
      Deadline deadline,
      Cancellation cancellation) {
    return generate(request, piece -> {}, deadline, cancellation);
  }
}
