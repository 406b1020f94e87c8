package org.wenshu.protocol.gateway.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.wenshu.security.Caller;

/**
 * What is asked, of which service, by whom.
 *
 * @param flow the flow it goes to; empty for a global service
 * @param kind the service
 */
public record ServiceRequest(Optional<String> flow, String kind, ObjectNode body, Caller caller) {
  /** The fields of the body. */
  public Fields fields() {
    return new Fields(body);
  }
}
