package org.wenshu.conversation.store;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wenshu.conversation.HistoryEntry;
import org.wenshu.question.EarlierTurn;

/** The turns of conversations, within the transaction of an entity manager. */
final class TurnRows {
  private final EntityManager entities;

  TurnRows(EntityManager entities) {
    this.entities = entities;
  }

  /** All of a conversation, oldest first. */
  List<HistoryEntry> history(String id) {
    return entities
        .createQuery(
            "select t.question, t.sql, t.answeredAt, t.success, t.error, t.executionNanos"
                + " from TurnEntity t, ConversationEntity c"
                + " where c.sessionId = ?1 and t.key.conversationId = c.id"
                + " order by t.key.ordinal",
            Object[].class)
        .setParameter(1, id)
        .getResultList()
        .stream()
        .map(TurnRows::entry)
        .toList();
  }

  private static HistoryEntry entry(Object[] row) {
    return new HistoryEntry(
        (String) row[0],
        Optional.ofNullable((String) row[1]),
        (Instant) row[2],
        (boolean) row[3],
        Optional.ofNullable((String) row[4]),
        Duration.ofNanos((long) row[5]));
  }

  /** Successes with a statement, newest first. */
  List<EarlierTurn> earlier(String id, Instant since, int most) {
    return entities
        .createQuery(
            "select t from TurnEntity t, ConversationEntity c"
                + " where c.sessionId = ?1 and t.key.conversationId = c.id"
                + " and t.success = true and t.sql is not null and t.answeredAt >= ?2"
                + " order by t.key.ordinal desc",
            TurnEntity.class)
        .setParameter(1, id)
        .setParameter(2, since)
        .setMaxResults(most)
        .getResultList()
        .stream()
        .map(TurnEntity::toEarlierTurn)
        .toList();
  }

  /**
   * Removes turns of a locked conversation, each by its whole key: reading which there are would
   * show those of the time before the lock, and a range would lock its neighbours.
   */
  void remove(long conversationId, List<Integer> ordinals) {
    if (!ordinals.isEmpty()) {
      entities
          .createQuery(
              "delete from TurnEntity t"
                  + " where t.key.conversationId = ?1 and t.key.ordinal in (?2)")
          .setParameter(1, conversationId)
          .setParameter(2, ordinals)
          .executeUpdate();
    }
  }
}
