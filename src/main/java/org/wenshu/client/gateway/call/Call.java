package org.wenshu.client.gateway.call;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A call with one answer. Immutable: nobody changes the body.
 *
 * @param route where it goes
 * @param body what is sent
 * @param streamable whether the service could also answer in chunks, which it is told not to do
 * @param reader reads the answer
 * @param <T> the answer
 */
public record Call<T>(Route route, ObjectNode body, boolean streamable, ResponseReader<T> reader) {}
