package org.wenshu.llm;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.TokenUsage;
import java.util.Optional;
import java.util.function.Consumer;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Deadline;

/**
 * One question to a model while it is being answered. Pieces are collected as the library reports
 * them and handed on by {@link #relay()}, outside of the library's own error handling, which would
 * swallow what the consumer throws. Confined to the calling thread.
 */
final class ChatCall implements StreamingChatResponseHandler {
  private static final int MAX_CHARACTERS = 1 << 20;

  private final Consumer<String> pieces;
  private final Deadline deadline;
  private final Cancellation cancellation;
  private final StringBuilder text = new StringBuilder();
  private int relayed;
  private boolean finished;
  private Throwable failure;
  private Optional<TokenUsage> used = Optional.empty();

  ChatCall(Consumer<String> pieces, Deadline deadline, Cancellation cancellation) {
    this.pieces = pieces;
    this.deadline = deadline;
    this.cancellation = cancellation;
  }

  Deadline deadline() {
    return deadline;
  }

  Cancellation cancellation() {
    return cancellation;
  }

  @Override
  public void onPartialResponse(String piece) {
    text.append(piece);
  }

  @Override
  public void onCompleteResponse(ChatResponse response) {
    finished |= response.metadata().finishReason() != null;
    used = Optional.ofNullable(response.metadata().tokenUsage());
  }

  @Override
  public void onError(Throwable error) {
    failure = error;
  }

  /** The model has said that it is done. */
  void end() {
    finished = true;
  }

  /** Hands on what has come, but for half a surrogate pair. */
  void relay() {
    if (failure != null || text.length() > MAX_CHARACTERS) {
      throw ModelFailures.notAStream(failure);
    }
    int end = text.length();
    if (end > relayed && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    if (end > relayed) {
      String piece = text.substring(relayed, end);
      relayed = end;
      pieces.accept(piece);
    }
  }

  /** What the model says it has read and written, where it says so. */
  Optional<TokenUsage> used() {
    return used;
  }

  /** The whole answer. */
  String text() {
    if (!finished) {
      throw ModelFailures.cut(failure);
    }
    return text.toString();
  }
}
