package org.wenshu.security.jwt;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keys that their issuer publishes, and replaces while we run. One reading goes on at a time, on a
 * thread of the executor; whoever needs it waits no longer than the timeout. A token with a key we
 * do not know has them read anew, but not more often than the interval allows, so that made-up
 * tokens cannot make us hammer the issuer. Keys that cannot be read anew go on working until the
 * outage has lasted too long. Thread-safe.
 */
final class PublishedKeys implements VerificationKeys {
  private static final Logger LOG = Logger.getLogger(PublishedKeys.class.getName());

  private final KeyOrigin.Published origin;
  private final Executor executor;
  private final LongSupplier nanoTime;

  private volatile Reading current;
  private volatile boolean failing;
  private Refresh latest;

  PublishedKeys(KeyOrigin.Published origin, Executor executor, LongSupplier nanoTime) {
    this.origin = origin;
    this.executor = executor;
    this.nanoTime = nanoTime;
  }

  @Override
  public Set<JWSAlgorithm> algorithms() {
    return KeyMatch.ASYMMETRIC;
  }

  @Override
  public List<JWK> matching(JWSHeader header) {
    JWKMatcher.Builder match = KeyMatch.of(header.getAlgorithm());
    if (header.getKeyID() != null) {
      match.keyID(header.getKeyID());
    }
    refreshWhenOld();
    List<JWK> found = select(match.build());
    if (found.isEmpty()) {
      await(refresh());
      return select(match.build());
    }
    return found;
  }

  /** Starts to read the keys before anybody needs them. Does not wait. */
  void prepare() {
    refresh();
  }

  /** Starts to read the keys, unless that goes on or has been done just now. Does not wait. */
  private synchronized Refresh refresh() {
    long now = nanoTime.getAsLong();
    if (latest == null || (latest.done().isDone() && now - latest.startedAt() >= interval())) {
      latest = new Refresh(inBackground(), now);
    }
    return latest;
  }

  private long interval() {
    return origin.refetch().interval().toNanos();
  }

  private CompletableFuture<Void> inBackground() {
    try {
      return CompletableFuture.runAsync(this::read, executor);
    } catch (RejectedExecutionException e) {
      LOG.log(Level.WARNING, "No thread is free to read the signing keys", e);
      return CompletableFuture.completedFuture(null);
    }
  }

  /** Old keys are replaced behind the callers' backs; outdated ones first, if that may succeed. */
  private void refreshWhenOld() {
    Reading reading = current;
    if (reading == null) {
      return;
    }
    Duration lifetime = origin.refetch().lifetime();
    if (olderThan(reading, lifetime.dividedBy(2))) {
      Refresh refresh = refresh();
      if (olderThan(reading, lifetime) && !failing) {
        await(refresh);
      }
    }
  }

  private List<JWK> select(JWKMatcher match) {
    Reading reading = current;
    return reading == null || olderThan(reading, origin.refetch().outage())
        ? List.of()
        : reading.keys().stream().filter(match::matches).toList();
  }

  private boolean olderThan(Reading reading, Duration age) {
    return nanoTime.getAsLong() - reading.at() > age.toNanos();
  }

  private void read() {
    try {
      current =
          new Reading(
              JwksDocument.read(origin.url(), origin.refetch().timeout()), nanoTime.getAsLong());
      failing = false;
    } catch (IOException e) {
      failing = true;
      LOG.warning(() -> "Cannot read the signing keys of " + origin.url().getHost() + ": " + e);
    }
  }

  /** Waits until the timeout after the start, so that nobody waits twice for the same reading. */
  private void await(Refresh refresh) {
    long passed = nanoTime.getAsLong() - refresh.startedAt();
    try {
      refresh.done().get(origin.refetch().timeout().toNanos() - passed, TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      LOG.log(Level.FINE, "Went on without waiting longer for the signing keys", e);
    } catch (ExecutionException e) {
      LOG.log(Level.WARNING, "Reading the signing keys failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private record Reading(List<JWK> keys, long at) {}

  private record Refresh(CompletableFuture<Void> done, long startedAt) {}
}
