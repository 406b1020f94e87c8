package org.wenshu.assistant;

import java.util.Optional;
import java.util.function.Consumer;
import org.wenshu.error.ErrorCode;
import org.wenshu.error.WenshuException;
import org.wenshu.generation.model.AnswerListener;
import org.wenshu.generation.model.ChatModel;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Deadline;
import org.wenshu.question.Wording;

/** The configured language model, or the lack of one. Thread-safe. */
public final class LanguageModel {
  private static final Wording NONE =
      new Wording(
          "没有配置语言模型（wenshu.llm.base-url）", "No language model is configured (wenshu.llm.base-url)");

  private final Optional<ChatModel> model;
  private final String name;

  /** That model under its name. */
  public LanguageModel(Optional<ChatModel> model, String name) {
    this.model = model;
    this.name = name;
  }

  /** No model. */
  public static LanguageModel none() {
    return new LanguageModel(Optional.empty(), "");
  }

  /** Whether there is one. */
  public boolean isConfigured() {
    return model.isPresent();
  }

  /** The model itself, where there is one. */
  public Optional<ChatModel> chat() {
    return model;
  }

  /** Its name; empty without one. */
  public String name() {
    return name;
  }

  /** Hears how many tokens were read and written. */
  @FunctionalInterface
  public interface Tokens {
    /** Those of one answer, as the model says. */
    void used(long input, long output);
  }

  /**
   * Hears an answer.
   *
   * @param pieces hears each piece as soon as it arrives
   * @param tokens hears at the end what it took, where the model says so
   */
  public record Listener(Consumer<String> pieces, Tokens tokens) implements AnswerListener {
    @Override
    public void accept(String piece) {
      pieces.accept(piece);
    }

    @Override
    public void used(long input, long output) {
      tokens.used(input, output);
    }
  }

  /**
   * Has it answer, each piece handed on as soon as it arrives.
   *
   * @throws WenshuException with MODEL_UNAVAILABLE without a model, else as {@link
   *     ChatModel#answer}
   */
  public String answer(
      String system,
      String user,
      Consumer<String> pieces,
      Deadline deadline,
      Cancellation cancellation) {
    return model
        .orElseThrow(() -> new WenshuException(ErrorCode.MODEL_UNAVAILABLE, NONE))
        .answer(system, user, pieces, deadline, cancellation);
  }
}
