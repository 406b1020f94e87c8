package org.wenshu.llm;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.wenshu.question.Deadline;

/**
 * The body of a response, handed part by part to the one thread that waits for it. One part is
 * asked for at a time, so at most one waits here, and a slow reader slows the model down instead of
 * filling the memory.
 */
final class ResponseBody implements BodySubscriber<ResponseBody> {
  private sealed interface Arrival {}

  private record Part(List<ByteBuffer> buffers) implements Arrival {}

  private record End(Throwable cause) implements Arrival {}

  private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
  private Flow.Subscription subscription;
  private boolean aborted;

  @Override
  public CompletionStage<ResponseBody> getBody() {
    return CompletableFuture.completedFuture(this);
  }

  @Override
  public void onSubscribe(Flow.Subscription newSubscription) {
    boolean tooLate;
    synchronized (this) {
      subscription = newSubscription;
      tooLate = aborted;
    }
    if (tooLate) {
      newSubscription.cancel();
    } else {
      newSubscription.request(1);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    arrivals.add(new Part(buffers));
  }

  @Override
  public void onError(Throwable cause) {
    arrivals.add(new End(cause));
  }

  @Override
  public void onComplete() {
    arrivals.add(new End(null));
  }

  /**
   * Waits for the next part; null when the body is complete.
   *
   * @throws IOException when the connection broke or was aborted
   * @throws org.wenshu.error.WenshuException with MODEL_TIMED_OUT when nothing came in time
   */
  List<ByteBuffer> next(Deadline deadline) throws IOException, InterruptedException {
    Arrival arrival = arrivals.poll(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
    if (arrival == null) {
      throw ModelFailures.timedOut(null);
    }
    if (arrival instanceof Part part) {
      currentSubscription().request(1);
      return part.buffers();
    }
    Throwable cause = ((End) arrival).cause();
    if (cause != null) {
      throw new IOException(cause);
    }
    return null;
  }

  /** Closes the connection under the response and wakes the waiting thread. */
  void abort() {
    Flow.Subscription current;
    synchronized (this) {
      aborted = true;
      current = subscription;
    }
    if (current != null) {
      current.cancel();
    }
    arrivals.add(new End(new IOException("The call was aborted")));
  }

  private synchronized Flow.Subscription currentSubscription() {
    return subscription;
  }
}
