package org.wenshu.client.gateway.call;

import java.util.concurrent.CompletableFuture;

/**
 * A way to the gateway. Safe for many threads. Failures complete futures and never come out of the
 * methods themselves.
 */
public interface CallTransport {
  /** Begins a call. Cancelling the future abandons the call. */
  <T> CompletableFuture<T> start(Call<T> call);

  /** Begins a call whose answer comes in chunks; nothing is sent before the first is asked for. */
  <C> Source<C> open(StreamCall<C> call);
}
