package org.wenshu.client.gateway.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.wenshu.client.json.Json;

/** What is meant where nothing is said (contract, section 0.2). */
public final class Defaults {
  /** The user whose data is meant. */
  public static final String USER = "trustgraph";

  /** The collection that is meant. */
  public static final String COLLECTION = "default";

  /** The flow that is meant. */
  public static final String FLOW = "default";

  private Defaults() {}

  /** What a search for what is near begins with. */
  static ObjectNode nearest() {
    return Json.object().put("user", USER).put("collection", COLLECTION).put("limit", 10);
  }
}
