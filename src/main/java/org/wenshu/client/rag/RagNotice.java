package org.wenshu.client.rag;

import java.util.Map;

/**
 * Something the server says unasked (contract, section 5).
 *
 * @param method {@code query.progress}, {@code session.expired}, {@code system.status}, or what a
 *     newer server knows
 * @param params what it tells
 */
public record RagNotice(String method, Map<String, Object> params) {}
