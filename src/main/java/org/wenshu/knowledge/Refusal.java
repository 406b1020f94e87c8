package org.wenshu.knowledge;

/**
 * An item that cannot be stored.
 *
 * @param index its place in the list that was given
 * @param reason for whoever sent it
 */
public record Refusal(int index, String reason) {}
