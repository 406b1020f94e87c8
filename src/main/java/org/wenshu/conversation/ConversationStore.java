package org.wenshu.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wenshu.question.EarlierTurn;
import org.wenshu.security.Identity;

/**
 * Where conversations are kept. Every method is one transaction, and sees what every other node has
 * committed. Implementations are thread-safe.
 */
public interface ConversationStore {
  /**
   * A conversation to be.
   *
   * @param identity who makes it, where it may be resumed
   */
  record Draft(Conversation conversation, Optional<Identity> identity) {}

  /**
   * A conversation that has expired.
   *
   * @param id never to be logged
   */
  record Ended(String id, Instant expiredAt) {}

  /**
   * Adds it, unless its owner has too many. Makes room by removing the least recently used ones
   * when there are too many in all. Nodes take turns.
   */
  Creation create(Draft draft, ConversationConfig limits);

  /** The conversation of that id, also an expired one that is still remembered. */
  Optional<Conversation> find(String id);

  /** Who made it, where that was kept. */
  Optional<Identity> identity(String id);

  /**
   * Notes an access, unless the conversation is over then, gone, or has been accessed later.
   *
   * @return whether it was noted
   */
  boolean touch(String id, Instant at, Instant expiresAt);

  /** Replaces the preferences of a conversation that exists. */
  void prefer(String id, Preferences preferences);

  /**
   * Adds a turn and what it leaves behind, notes the access, and removes the oldest turns beyond
   * that many.
   *
   * @return false when the conversation is gone, or over at that moment
   */
  boolean append(String id, Turn turn, Instant expiresAt, int history);

  /** Removes the conversation and its turns; whether it was there. */
  boolean delete(String id);

  /** Those alive at that moment, of one owner or of all, least recently used first. */
  List<Conversation> live(Optional<String> owner, Instant at, int most);

  /** The turns of a conversation, oldest first. */
  List<HistoryEntry> history(String id);

  /** Successful turns with a statement since then, newest first. */
  List<EarlierTurn> earlier(String id, Instant since, int most);

  /** Those that expired after the first moment, and not after the second, in that order. */
  List<Ended> ended(Instant after, Instant until);

  /** Removes turns and identities of so many conversations that had expired by then. */
  int erase(Instant expiredBy, int most);

  /** Removes so many conversations that had expired by then; nothing remembers them. */
  int forget(Instant expiredBy, int most);
}
