package org.wenshu.client.gateway.data;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A document that was accepted. It is cut into pieces and stored soon after.
 *
 * @param id the id that it was sent with
 * @param json what the server says, usually nothing; treat as read-only
 */
public record LoadResult(String id, JsonNode json) {}
