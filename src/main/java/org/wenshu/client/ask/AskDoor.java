package org.wenshu.client.ask;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.wenshu.client.transport.Transport;
import org.wenshu.client.transport.Waiting;

/**
 * Asks questions over {@code /ws}. Each call comes in two forms: one that blocks and one that does
 * not. Safe for any thread; up to {@link #MOST_AT_ONCE} questions at once, each on a socket of its
 * own, of which {@link #MOST_IDLE} are kept open for the next.
 *
 * <p>A question waits at most {@code Timeouts.answer} for the next frame of the server, however
 * long the whole answer takes. Failures: {@link NoAnswerException} when the server says that there
 * is no answer; {@code ConnectionException} and its kinds when there is no connection or it ends;
 * {@code RequestTimeoutException}; {@code ClientBusyException}. Nothing is asked twice on its own.
 */
public final class AskDoor {
  /** So many questions may be under way at the same time. */
  public static final int MOST_AT_ONCE = 64;

  /** So many sockets stay open between questions. */
  public static final int MOST_IDLE = 8;

  private final Connections connections;

  /** A door over that transport. */
  public AskDoor(Transport transport) {
    this.connections = new Connections(transport, MOST_IDLE, MOST_AT_ONCE);
  }

  /** Asks, and waits for the answer. */
  public Answer answer(String question) {
    return answer(AskRequest.of(question).withoutChunks());
  }

  /** Asks, and waits for the answer. Interrupting the thread stops the server's work. */
  public Answer answer(AskRequest request) {
    return Waiting.forResult(answerAsync(request));
  }

  /** Asks; cancelling the future stops the server's work. */
  public CompletableFuture<Answer> answerAsync(String question) {
    return answerAsync(AskRequest.of(question).withoutChunks());
  }

  /**
   * Asks; cancelling the future stops the server's work. The answer holds the generated text only
   * when pieces of it were asked for.
   */
  public CompletableFuture<Answer> answerAsync(AskRequest request) {
    AnswerCollector collector = new AnswerCollector(request.question());
    AskExchange exchange = new AskExchange(request, collector, connections);
    exchange.request(Long.MAX_VALUE);
    exchange.start();
    return collector.future(exchange::cancel);
  }

  /** Asks, and gives the events one by one as they come; close it when leaving early. */
  public AnswerStream stream(String question) {
    return stream(AskRequest.of(question));
  }

  /** Asks, and gives the events one by one as they come; close it when leaving early. */
  public AnswerStream stream(AskRequest request) {
    AnswerStream stream = new AnswerStream();
    AskExchange exchange = new AskExchange(request, stream.sink(), connections);
    stream.start(exchange);
    return stream;
  }

  /**
   * The events of a question as a publisher. Each subscriber asks anew. Frames are read from the
   * socket as events are requested; cancelling the subscription stops the server's work.
   */
  public Flow.Publisher<AskEvent> events(AskRequest request) {
    return subscriber -> EventSubscription.begin(subscriber, request, connections);
  }
}
