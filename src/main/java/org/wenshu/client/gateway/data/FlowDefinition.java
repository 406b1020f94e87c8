package org.wenshu.client.gateway.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/**
 * A flow that runs.
 *
 * @param blueprint the name of the blueprint that it was made of; empty if unknown
 * @param description for people
 * @param interfaces the kinds of services and stores that it offers
 * @param parameters what it was started with
 * @param json all of it, as the server says it; treat as read-only
 */
public record FlowDefinition(
    String blueprint,
    String description,
    Set<String> interfaces,
    Map<String, String> parameters,
    JsonNode json) {}
