package org.wenshu.client.gateway;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.wenshu.client.gateway.call.CallTransport;
import org.wenshu.client.gateway.data.ConfigKey;
import org.wenshu.client.gateway.data.ConfigSnapshot;
import org.wenshu.client.gateway.data.ConfigValue;

/** The twin of {@link ConfigApi} that does not wait. Safe for many threads. */
public final class AsyncConfigApi {
  private final CallTransport transport;

  AsyncConfigApi(CallTransport transport) {
    this.transport = transport;
  }

  /** The values of these keys, in their order; those that are not there without a value. */
  public CompletableFuture<List<ConfigValue>> get(List<ConfigKey> keys) {
    return transport.start(ConfigCalls.get(keys));
  }

  /** Stores values; each must have one. */
  public CompletableFuture<Void> put(List<ConfigValue> values) {
    return transport.start(ConfigCalls.put(values));
  }

  /** Deletes values; those that are not there are passed over. */
  public CompletableFuture<Void> delete(List<ConfigKey> keys) {
    return transport.start(ConfigCalls.delete(keys));
  }

  /** The keys of a type. */
  public CompletableFuture<List<String>> list(String type) {
    return transport.start(ConfigCalls.list(type));
  }

  /** All values of a type. */
  public CompletableFuture<List<ConfigValue>> getValues(String type) {
    return transport.start(ConfigCalls.getValues(type));
  }

  /** Everything, with its version. */
  public CompletableFuture<ConfigSnapshot> all() {
    return transport.start(ConfigCalls.all());
  }
}
