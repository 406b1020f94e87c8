package org.wenshu.client.gateway;

import java.util.List;
import org.wenshu.client.gateway.call.Answers;
import org.wenshu.client.gateway.call.CallTransport;
import org.wenshu.client.gateway.call.ItemStream;
import org.wenshu.client.gateway.data.CorePart;

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

  /**
   * Adds a part to a core, which is made if there is none. A part has to fit a message of the
   * server: for large cores there are many, or {@link Gateway#cores}.
   */
  public void putCore(String id, String user, CorePart part) {
    Answers.await(transport.start(KnowledgeCalls.put(id, user, part)));
  }

  /**
   * Reads a core, part after part. Over the socket only: over HTTP it fails with {@link
   * org.wenshu.client.ProtocolException}, and {@link Gateway#cores} is the way. The stream must be
   * closed or read out.
   */
  public ItemStream<CorePart> getCore(String id, String user) {
    return ItemStream.over(KnowledgeCalls.get(id, user, transport));
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
