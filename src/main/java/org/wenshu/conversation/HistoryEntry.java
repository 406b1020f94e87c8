package org.wenshu.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A turn as its asker may look at it later (contract section 4.4).
 *
 * @param question as asked
 * @param sql empty when there was no statement
 * @param timestamp when it was answered
 * @param error present unless it was a success
 */
public record HistoryEntry(
    String question,
    Optional<String> sql,
    Instant timestamp,
    boolean success,
    Optional<String> error,
    Duration executionTime) {}
