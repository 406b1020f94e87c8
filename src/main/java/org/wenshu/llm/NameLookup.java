package org.wenshu.llm;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Looks up the address of a host on a thread of its own, because nothing ends a lookup that hangs.
 * Those who ask for the same host wait for the same lookup. Thread-safe.
 */
final class NameLookup implements DnsResolver {
  private final Map<String, CompletableFuture<InetAddress[]>> underWay = new ConcurrentHashMap<>();
  private final DnsResolver system;

  NameLookup() {
    this(SystemDefaultDnsResolver.INSTANCE);
  }

  NameLookup(DnsResolver system) {
    this.system = system;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    CompletableFuture<InetAddress[]> lookup = underWay.computeIfAbsent(host, this::start);
    if (!ModelExchange.ofThread().await(lookup)) {
      throw new UnknownHostException("Nobody waits for the address of " + host);
    }
    try {
      return lookup.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof UnknownHostException unknown
          ? unknown
          : new UnknownHostException(host);
    }
  }

  private CompletableFuture<InetAddress[]> start(String host) {
    CompletableFuture<InetAddress[]> lookup = new CompletableFuture<>();
    Thread thread = new Thread(() -> look(host, lookup), "wenshu-llm-lookup");
    thread.setDaemon(true);
    thread.start();
    return lookup;
  }

  private void look(String host, CompletableFuture<InetAddress[]> lookup) {
    try {
      lookup.complete(system.resolve(host));
    } catch (UnknownHostException | RuntimeException e) {
      lookup.completeExceptionally(e);
    } finally {
      underWay.remove(host);
    }
  }

  @Override
  public String resolveCanonicalHostname(String host) throws UnknownHostException {
    return system.resolveCanonicalHostname(host);
  }
}
