package org.wenshu.client.gateway.call;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Reads an answer, which has been found not to be an error.
 *
 * @param <T> what is read of it
 */
@FunctionalInterface
public interface ResponseReader<T> {
  /**
   * Reads it.
   *
   * @param response an object
   * @throws org.wenshu.client.ProtocolException if it lacks what the contract promises
   */
  T read(JsonNode response);
}
