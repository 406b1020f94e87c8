package org.wenshu.client.ask;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.wenshu.client.ConnectionException;
import org.wenshu.client.WenshuException;

/**
 * The events of one question, one by one. Up to {@value #WINDOW} are read ahead; then the server is
 * held up. Not for several threads at once, but {@link #close} may be called by any.
 *
 * <p>{@link #hasNext} blocks until the next event, at most {@code Timeouts.answer}, and throws what
 * the question fails with. Closing before the end stops the server's work; closing at the end does
 * nothing.
 */
public final class AnswerStream implements Iterator<AskEvent>, AutoCloseable {
  static final int WINDOW = 32;

  private static final Object END = new Object();

  /** Bounded by what was requested, and the end. */
  private final BlockingQueue<Object> events = new LinkedBlockingQueue<>();

  private AskExchange exchange;
  private Object next;
  private int taken;

  AnswerStream() {}

  void start(AskExchange own) {
    exchange = own;
    own.request(WINDOW);
    own.start();
  }

  @Override
  public boolean hasNext() {
    if (next == null) {
      next = take();
    }
    if (next instanceof WenshuException failure) {
      throw failure;
    }
    return next != END;
  }

  @Override
  public AskEvent next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    AskEvent event = (AskEvent) next;
    next = null;
    taken++;
    if (taken == WINDOW / 2) {
      taken = 0;
      exchange.request(WINDOW / 2);
    }
    return event;
  }

  /** The events as a stream; closing it closes this. */
  public Stream<AskEvent> stream() {
    int traits = Spliterator.ORDERED | Spliterator.NONNULL;
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(this, traits), false)
        .onClose(this::close);
  }

  /**
   * Reads to the end and gives the answer, without the generated text.
   *
   * @throws NoAnswerException when there is none
   */
  public Answer answer() {
    Answer answer = null;
    while (hasNext()) {
      AskEvent event = next();
      if (event instanceof AskEvent.Answered end) {
        answer = end.answer();
      } else if (event instanceof AskEvent.NotAnswered end) {
        throw new NoAnswerException(end.reason());
      }
    }
    if (answer == null) {
      throw new NoSuchElementException("The answer has been read already");
    }
    return answer;
  }

  @Override
  public void close() {
    exchange.cancel();
    events.add(END);
  }

  /** The exchange has a watchdog and tells its end in any case, so this wait ends too. */
  private Object take() {
    try {
      return events.take();
    } catch (InterruptedException interrupted) {
      close();
      Thread.currentThread().interrupt();
      return new ConnectionException("Interrupted while waiting", interrupted);
    }
  }

  /** Puts what the exchange tells where the reader finds it. */
  EventSink sink() {
    return new EventSink() {
      @Override
      public void event(AskEvent event) {
        events.add(event);
      }

      @Override
      public void completed() {
        events.add(END);
      }

      @Override
      public void failed(WenshuException failure) {
        events.add(failure);
      }
    };
  }
}
