package org.wenshu.client.gateway;

import java.util.List;
import org.wenshu.client.gateway.call.Answers;
import org.wenshu.client.gateway.call.CallTransport;

/** Manages knowledge cores: bundles that are loaded into collections. Safe for many threads. */
public final class KnowledgeApi {
  private final CallTransport transport;

  KnowledgeApi(CallTransport transport) {
    this.transport = transport;
  }

  /** The ids of the cores of a user. */
  public List<String> listCores(String user) {
    return Answers.await(transport.start(KnowledgeCalls.list(user)));
  }

  /** Deletes a core. */
  public void deleteCore(String id, String user) {
    Answers.await(transport.start(KnowledgeCalls.delete(id, user)));
  }

  /**
   * Loads a core into a collection. Done once the core was found good; copying goes on after that.
   */
  public void loadCore(String id, String user, String flow, String collection) {
    Answers.await(transport.start(KnowledgeCalls.load(id, user, flow, collection)));
  }

  /** Takes out of a flow what a core has put in. */
  public void unloadCore(String id, String user, String flow) {
    Answers.await(transport.start(KnowledgeCalls.unload(id, user, flow)));
  }
}
