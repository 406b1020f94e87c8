package org.wenshu.generation;

/**
 * A statement that was refused or failed, for its one repair.
 *
 * @param sql what was refused or failed
 * @param error the message, as the caller saw it
 */
public record RejectedDraft(DraftSql sql, String error) {}
