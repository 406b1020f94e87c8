package org.wenshu.client.gateway.call;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A call whose answer comes in chunks. Where a way has no chunks, the whole answer is one.
 *
 * @param route where it goes
 * @param body what is sent
 * @param switched whether the service is told that chunks are wanted, or sends nothing else
 * @param chunk reads each chunk
 * @param whole reads an answer that came at once
 * @param <C> a chunk
 */
public record StreamCall<C>(
    Route route,
    ObjectNode body,
    boolean switched,
    ResponseReader<C> chunk,
    ResponseReader<C> whole) {}
