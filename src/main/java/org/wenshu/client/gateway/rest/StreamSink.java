package org.wenshu.client.gateway.rest;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.wenshu.client.transport.Watchdog;

/**
 * Writes a body to a stream as it comes and gives its length. The next pieces are asked for when
 * the last ones are written.
 */
final class StreamSink implements BodySubscriber<Long> {
  private final OutputStream to;
  private final Watchdog watchdog;
  private final Duration limit;
  private final CompletableFuture<Long> body = new CompletableFuture<>();
  private volatile Subscription subscription;
  private volatile long length;

  StreamSink(OutputStream to, Watchdog watchdog, Duration limit) {
    this.to = to;
    this.watchdog = watchdog;
    this.limit = limit;
  }

  @Override
  public CompletionStage<Long> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Subscription opened) {
    subscription = opened;
    more();
  }

  private void more() {
    watchdog.watch(limit);
    subscription.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> pieces) {
    watchdog.pause();
    try {
      long sum = length;
      for (ByteBuffer piece : pieces) {
        byte[] bytes = new byte[piece.remaining()];
        piece.get(bytes);
        to.write(bytes);
        sum += bytes.length;
      }
      length = sum;
      more();
    } catch (IOException e) {
      subscription.cancel();
      body.completeExceptionally(new UncheckedIOException(e));
    }
  }

  @Override
  public void onError(Throwable failure) {
    body.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    try {
      to.flush();
      body.complete(length);
    } catch (IOException e) {
      body.completeExceptionally(new UncheckedIOException(e));
    }
  }
}
