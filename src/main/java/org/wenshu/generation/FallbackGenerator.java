package org.wenshu.generation;

import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.wenshu.error.ErrorType;
import org.wenshu.error.WenshuException;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Deadline;
import org.wenshu.question.Language;
import org.wenshu.question.Wording;

/**
 * Asks the language model first and the grammar when the model is down, refuses for now, takes too
 * long or breaks off. The person is told in the stream and in the notice. When the grammar abstains
 * too, the model's failure is what is thrown, because it is what somebody can mend. Thread-safe.
 */
public final class FallbackGenerator implements SqlGenerator {
  private static final Logger LOG = Logger.getLogger(FallbackGenerator.class.getName());
  private static final Wording ANNOUNCEMENT =
      new Wording(
          "语言模型不可用，改由内置语法生成：",
          "The language model is unavailable; the built-in grammar writes this: ");
  private static final String FENCE = "```";

  private final SqlGenerator model;
  private final SqlGenerator grammar;
  private final CircuitBreaker breaker;

  /** The model, its stand-in, and the breaker that spares questions a model known to be down. */
  public FallbackGenerator(SqlGenerator model, SqlGenerator grammar, CircuitBreaker breaker) {
    this.model = model;
    this.grammar = grammar;
    this.breaker = breaker;
  }

  @Override
  public Generation generate(
      GenerationRequest request,
      Consumer<String> pieces,
      Deadline deadline,
      Cancellation cancellation) {
    StringBuilder streamed = new StringBuilder();
    Consumer<String> recorded = piece -> relay(piece, streamed, pieces);
    try {
      return breaker.call(() -> model.generate(request, recorded, deadline, cancellation));
    } catch (WenshuException failure) {
      requireModelFailure(failure);
      Language language = request.question().language();
      recorded.accept(transition(streamed) + ANNOUNCEMENT.in(language) + "\n");
      Generation second = grammar.generate(request, recorded, deadline, cancellation);
      return withNotice(second, streamed.toString(), failure);
    }
  }

  @Override
  public Generation repair(
      GenerationRequest request,
      RejectedDraft rejected,
      Deadline deadline,
      Cancellation cancellation) {
    try {
      return breaker.call(() -> model.repair(request, rejected, deadline, cancellation));
    } catch (WenshuException failure) {
      requireModelFailure(failure);
      String announcement = ANNOUNCEMENT.in(request.question().language()) + "\n";
      Generation second = grammar.repair(request, rejected, deadline, cancellation);
      return withNotice(second, announcement + second.text(), failure);
    }
  }

  private static void relay(String piece, StringBuilder streamed, Consumer<String> pieces) {
    streamed.append(piece);
    pieces.accept(piece);
  }

  private static void requireModelFailure(WenshuException failure) {
    if (failure.code().type() != ErrorType.MODEL) {
      throw failure;
    }
    LOG.log(
        Level.WARNING,
        "The language model failed, the grammar takes over: {0}",
        failure.getMessage());
  }

  /**
   * What separates the beginning of a broken answer from what follows: its open block is closed.
   */
  private static String transition(CharSequence streamed) {
    if (streamed.isEmpty()) {
      return "";
    }
    long fences = streamed.toString().split(FENCE, -1).length - 1L;
    return fences % 2 == 0 ? "\n" : "\n" + FENCE + "\n";
  }

  private static Generation withNotice(
      Generation second, String text, WenshuException modelFailure) {
    if (second instanceof Generation.Drafted drafted) {
      List<Wording> notices =
          Stream.concat(Stream.of(notice(modelFailure)), drafted.notices().stream()).toList();
      return new Generation.Drafted(drafted.sql(), text, drafted.generator(), notices);
    }
    throw modelFailure;
  }

  private static Wording notice(WenshuException failure) {
    Wording cause = failure.wording();
    return new Wording(
        cause.chinese() + "，由内置语法作答", cause.english() + "; the built-in grammar answered instead");
  }
}
