package org.wenshu.client.transport;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.wenshu.client.ClientClosedException;
import org.wenshu.client.ConnectionException;
import org.wenshu.client.WenshuException;

/** Turns the form of a call that does not block into the one that does. */
public final class Waiting {
  private Waiting() {}

  /**
   * Waits for the end of a call that has a time limit of its own. An interrupt cancels the call,
   * leaves the flag set and ends the wait with a {@code ConnectionException}.
   *
   * @throws WenshuException what the call failed with, with the caller's own stack as suppressed
   */
  public static <T> T forResult(CompletableFuture<T> call) {
    try {
      return call.get();
    } catch (ExecutionException failed) {
      WenshuException reason = Failures.of("The call failed", failed);
      reason.addSuppressed(new CallSite());
      throw reason;
    } catch (CancellationException cancelled) {
      throw new ClientClosedException();
    } catch (InterruptedException interrupted) {
      call.cancel(true);
      Thread.currentThread().interrupt();
      throw new ConnectionException("Interrupted while waiting", interrupted);
    }
  }

  /** Where the caller was waiting, because the failure itself comes from another thread. */
  private static final class CallSite extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CallSite() {
      super("waited for here");
    }
  }
}
