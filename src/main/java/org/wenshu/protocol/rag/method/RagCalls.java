package org.wenshu.protocol.rag.method;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.wenshu.conversation.Conversations;
import org.wenshu.conversation.Resumption;
import org.wenshu.operations.metrics.RequestMetrics;
import org.wenshu.protocol.rag.wire.RagException;
import org.wenshu.security.Authentication;
import org.wenshu.security.Caller;
import org.wenshu.security.Identity;
import org.wenshu.security.Permissions;
import org.wenshu.security.ratelimit.RateLimits;

/**
 * Takes calls through what comes before every method: who calls, and how often (section 2.3, rules
 * 7 and 8). Thread-safe.
 */
public final class RagCalls implements AutoCloseable {
  private final Access access;
  private final RateLimits limits;
  private final RequestMetrics metrics;
  private final CallClock clock;
  private final ExecutorService workers;

  /** Calls that run on these workers. */
  public RagCalls(
      Access access,
      RateLimits limits,
      RequestMetrics metrics,
      CallClock clock,
      ExecutorService workers) {
    this.access = access;
    this.limits = limits;
    this.metrics = metrics;
    this.clock = clock;
    this.workers = workers;
  }

  /**
   * How callers are known.
   *
   * @param permissions what a caller may do
   */
  public record Access(
      Authentication authentication,
      Conversations conversations,
      Function<Caller, Permissions> permissions) {}

  /** A call that has arrived; its time runs from now on. */
  public RagCall open(String id, RagMethod method, JsonNode params, RagPeer peer, RagReply reply) {
    return new RagCall(id, method, params, peer, new MeasuredReply(reply, method, metrics), clock);
  }

  /** Has the call answered on another thread. Returns at once. */
  public void start(RagCall call) {
    try {
      workers.execute(() -> run(call));
    } catch (RejectedExecutionException busy) {
      call.fail(RagErrors.unavailable("saturated"));
    }
  }

  /** Takes no more calls, and times none. */
  @Override
  public void close() {
    workers.shutdownNow();
    clock.close();
  }

  private void run(RagCall call) {
    if (call.isEnded()) {
      return;
    }
    call.reached(Stage.SCHEMA);
    try {
      var unused = call.params();
      knowCaller(call);
      limit(call);
      call.method().answer(call);
    } catch (CancellationException left) {
      call.abandon();
    } catch (RuntimeException e) {
      call.fail(RagErrors.of(e, call.method().name()));
    }
  }

  private void knowCaller(RagCall call) {
    Optional<Identity> known = call.peer().identity();
    if (known.isEmpty() && !call.method().isOpen()) {
      known = Optional.of(unknownCaller(call));
    }
    known.ifPresent(
        identity -> {
          if (!call.method().isOpen()) {
            checkTime(identity);
          }
          call.callerIs(identity, access.permissions().apply(identity.caller()));
        });
  }

  private static void checkTime(Identity identity) {
    if (identity.expiresAt().filter(end -> !Instant.now().isBefore(end)).isPresent()) {
      throw new RagException(RagErrors.expired(identity.expiresAt()));
    }
  }

  /** A client that came back shows its conversation instead of a credential (section 8). */
  private Identity unknownCaller(RagCall call) {
    if (!access.authentication().isRequired()) {
      return Identity.anonymous();
    }
    Optional<Resumption> resumption = call.namedConversation().map(access.conversations()::resume);
    if (resumption.orElse(null) instanceof Resumption.Resumed resumed) {
      call.peer().identify(resumed.identity());
      return resumed.identity();
    }
    boolean over =
        resumption.orElse(null) instanceof Resumption.Refused refused
            && refused.reason() == Resumption.Reason.CREDENTIAL_EXPIRED;
    throw new RagException(
        over ? RagErrors.expired(Optional.empty()) : RagErrors.notAuthenticated());
  }

  private void limit(RagCall call) {
    if (call.method().isCounted() && call.identity() != null) {
      RagPeer peer = call.peer();
      limits
          .take(peer.connection(), call.identity().caller(), peer.address())
          .ifPresent(
              refusal -> {
                metrics.limitHit(refusal.limitedBy().id());
                throw new RagException(RagErrors.tooMany(refusal));
              });
    }
  }
}
