package org.wenshu.conversation;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A conversation at one moment. Immutable.
 *
 * @param id as its client knows it; whoever has it may ask as its owner, so it must never be logged
 * @param owner name of the caller who made it
 * @param label chosen by the client, echoed to it, of no other use
 * @param lastAccessed the last access that was noted; see {@link Conversations} for how exact
 * @param expiresAt from when on it is over, unless it is accessed before
 * @param turns how many are kept
 */
public record Conversation(
    String id,
    String owner,
    String label,
    Instant createdAt,
    Instant lastAccessed,
    Instant expiresAt,
    int turns,
    Context context,
    Preferences preferences) {

  /**
   * What the last turns left behind.
   *
   * @param lastTable main table of the last success
   * @param preferredLimit the last explicit limit, in rows
   */
  public record Context(Optional<String> lastTable, OptionalInt preferredLimit) {
    /** Nothing yet. */
    public static final Context NONE = new Context(Optional.empty(), OptionalInt.empty());
  }

  /** Whether it is over at that moment. */
  public boolean isExpiredAt(Instant moment) {
    return !moment.isBefore(expiresAt);
  }

  /** The same, accessed then. */
  Conversation accessed(Instant at, Instant expiry) {
    return new Conversation(id, owner, label, createdAt, at, expiry, turns, context, preferences);
  }

  /** Without the id. */
  @Override
  public String toString() {
    return "Conversation[owner=" + owner + ", label=" + label + ", expiresAt=" + expiresAt + ']';
  }
}
