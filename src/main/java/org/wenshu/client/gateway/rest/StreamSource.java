package org.wenshu.client.gateway.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.wenshu.client.gateway.call.Source;
import org.wenshu.client.transport.Watchdog;

/**
 * The bytes of a stream, piece by piece. Whoever fetches a piece waits for the stream; after that
 * the network has so much time to want another one.
 */
final class StreamSource implements Source<ByteBuffer> {
  private static final int PIECE = 64 * 1024;

  private final InputStream from;
  private final Watchdog watchdog;
  private final Duration limit;

  StreamSource(InputStream from, Watchdog watchdog, Duration limit) {
    this.from = from;
    this.watchdog = watchdog;
    this.limit = limit;
  }

  @Override
  public CompletableFuture<List<ByteBuffer>> next() {
    watchdog.pause();
    try {
      byte[] piece = from.readNBytes(PIECE);
      watchdog.watch(limit);
      return CompletableFuture.completedFuture(
          piece.length == 0 ? List.of() : List.of(ByteBuffer.wrap(piece)));
    } catch (IOException e) {
      return CompletableFuture.failedFuture(new UncheckedIOException(e));
    }
  }

  @Override
  public void cancel() {
    // The stream is the caller's.
  }
}
