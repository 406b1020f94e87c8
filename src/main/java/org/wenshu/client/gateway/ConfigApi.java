package org.wenshu.client.gateway;

import java.util.List;
import org.wenshu.client.gateway.call.Answers;
import org.wenshu.client.gateway.call.CallTransport;
import org.wenshu.client.gateway.data.ConfigKey;
import org.wenshu.client.gateway.data.ConfigSnapshot;
import org.wenshu.client.gateway.data.ConfigValue;

/**
 * Reads and changes configuration: texts by type and key under one version. Safe for many threads.
 */
public final class ConfigApi {
  private final CallTransport transport;

  ConfigApi(CallTransport transport) {
    this.transport = transport;
  }

  /** The values of these keys, in their order; those that are not there without a value. */
  public List<ConfigValue> get(List<ConfigKey> keys) {
    return Answers.await(transport.start(ConfigCalls.get(keys)));
  }

  /** Stores values; each must have one. */
  public void put(List<ConfigValue> values) {
    Answers.await(transport.start(ConfigCalls.put(values)));
  }

  /** Deletes values; those that are not there are passed over. */
  public void delete(List<ConfigKey> keys) {
    Answers.await(transport.start(ConfigCalls.delete(keys)));
  }

  /** The keys of a type. */
  public List<String> list(String type) {
    return Answers.await(transport.start(ConfigCalls.list(type)));
  }

  /** All values of a type. */
  public List<ConfigValue> getValues(String type) {
    return Answers.await(transport.start(ConfigCalls.getValues(type)));
  }

  /** Everything, with its version. */
  public ConfigSnapshot all() {
    return Answers.await(transport.start(ConfigCalls.all()));
  }
}
