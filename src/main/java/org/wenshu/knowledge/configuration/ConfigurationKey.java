package org.wenshu.knowledge.configuration;

/**
 * Names one value, letter for letter.
 *
 * @param type at most 128 characters
 * @param key at most 512 characters
 */
public record ConfigurationKey(String type, String key) {}
