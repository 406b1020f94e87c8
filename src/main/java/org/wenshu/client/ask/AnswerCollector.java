package org.wenshu.client.ask;

import java.util.concurrent.CompletableFuture;
import org.wenshu.client.WenshuException;

/** Gathers the events of one question into its answer. */
final class AnswerCollector implements EventSink {
  private final String question;
  private final CompletableFuture<Answer> answer = new CompletableFuture<>();
  private final StringBuilder text = new StringBuilder();
  private Answer found;
  private NoAnswer reason;

  AnswerCollector(String question) {
    this.question = question;
  }

  /** The answer to come; whoever gives up on it runs that. */
  CompletableFuture<Answer> future(Runnable cancel) {
    var unused =
        answer.whenComplete(
            (done, failure) -> {
              if (failure != null) {
                cancel.run();
              }
            });
    return answer;
  }

  @Override
  public void event(AskEvent event) {
    if (event instanceof AskEvent.Chunk chunk) {
      if (chunk.replaces()) {
        text.setLength(0);
      }
      text.append(chunk.text());
    } else if (event instanceof AskEvent.Answered end) {
      found = end.answer().completedWith(question, text.toString());
    } else if (event instanceof AskEvent.NotAnswered end) {
      reason = end.reason();
    }
  }

  @Override
  public void completed() {
    if (found != null) {
      answer.complete(found);
    } else {
      answer.completeExceptionally(new NoAnswerException(reason));
    }
  }

  @Override
  public void failed(WenshuException failure) {
    answer.completeExceptionally(failure);
  }
}
