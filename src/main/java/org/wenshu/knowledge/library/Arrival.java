package org.wenshu.knowledge.library;

/**
 * An accepted text that somebody works on.
 *
 * @param id its place in the order of acceptance
 * @param claim tells this attempt from those of others
 * @param attempt counted from 1
 */
public record Arrival(long id, String claim, int attempt, LoadedText text) {}
