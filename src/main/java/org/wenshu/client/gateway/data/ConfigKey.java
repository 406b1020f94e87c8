package org.wenshu.client.gateway.data;

/**
 * The place of a configuration value.
 *
 * @param type the kind of configuration, such as {@code prompt}
 * @param key the name within its kind
 */
public record ConfigKey(String type, String key) {}
