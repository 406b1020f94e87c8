package org.wenshu.client.gateway.data;

import java.util.OptionalDouble;

/**
 * An entity that is near to what was asked for.
 *
 * @param entity the entity
 * @param score how near, if the server says so; more is nearer
 */
public record NearEntity(Value entity, OptionalDouble score) {}
