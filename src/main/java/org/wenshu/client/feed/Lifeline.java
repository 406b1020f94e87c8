package org.wenshu.client.feed;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.wenshu.client.ClientConfig;
import org.wenshu.client.Timeouts;
import org.wenshu.client.transport.Transport;

/**
 * Where connections get what they stand on. A client of its own takes a transport for as long as it
 * wants to be connected, so that it leaves no thread behind; a door borrows that of its owner.
 *
 * @param owned whether the transport ends with the connection
 */
record Lifeline(Supplier<Transport> transports, boolean owned) {
  /** One that ends with the connection. */
  static Lifeline own(ConnectionConfig config) {
    return new Lifeline(() -> Transport.of(shared(config)), true);
  }

  /** Pings more often than heartbeats are sent, so that silence is noticed when it is due. */
  private static ClientConfig shared(ConnectionConfig config) {
    Duration timeout = config.timeout();
    Duration interval = config.heartbeatInterval();
    Duration ping = timeout.compareTo(interval) < 0 ? timeout : interval;
    return ClientConfig.defaults(config.url())
        .withTimeouts(
            new Timeouts(timeout, timeout, timeout, ping, interval.plus(timeout), timeout));
  }

  /** One that stays its owner's. */
  static Lifeline borrowed(Transport transport) {
    return new Lifeline(() -> transport, false);
  }

  Transport take() {
    return transports.get();
  }

  /** Gives it back once that is done. */
  CompletionStage<?> giveBack(Transport transport, CompletionStage<?> after) {
    if (!owned) {
      return after;
    }
    CompletableFuture<Void> done = new CompletableFuture<>();
    after.whenComplete(
        (ended, failure) -> {
          transport.close();
          done.complete(null);
        });
    return done;
  }
}
