package org.wenshu.conversation.store;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wenshu.conversation.Conversation;
import org.wenshu.conversation.ConversationConfig;
import org.wenshu.conversation.ConversationStore;
import org.wenshu.conversation.Creation;
import org.wenshu.conversation.HistoryEntry;
import org.wenshu.conversation.Preferences;
import org.wenshu.conversation.Turn;
import org.wenshu.question.EarlierTurn;
import org.wenshu.security.Identity;

/**
 * Keeps conversations as entities, one transaction for each call. Whoever changes a conversation
 * locks its row first and then its turns, each by its whole key, so that parallel calls wait for
 * each other in one order and leave the rows between alone.
 */
@Stateless
@Local(ConversationStore.class)
public class JpaConversationStore implements ConversationStore {
  @PersistenceContext(unitName = "wenshu")
  private EntityManager entities;

  /** For the container, which injects the rest. */
  public JpaConversationStore() {}

  /** A store on that entity manager, whose transactions are the caller's. */
  JpaConversationStore(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public Creation create(Draft draft, ConversationConfig limits) {
    entities.find(GateEntity.class, GateEntity.ID, LockModeType.PESSIMISTIC_WRITE);
    Conversation made = draft.conversation();
    if (limits.perOwner() > 0) {
      List<String> own = leastUsed(Optional.of(made.owner()), made.createdAt(), Integer.MAX_VALUE);
      if (own.size() >= limits.perOwner()) {
        return new Creation.LimitReached(made.owner(), own.size(), limits.perOwner(), own.get(0));
      }
    }
    makeRoom(made.createdAt(), limits.capacity());
    entities.persist(new ConversationEntity(draft));
    return new Creation.Created(made);
  }

  private void makeRoom(Instant now, int capacity) {
    long alive =
        entities
            .createQuery(
                "select count(c) from ConversationEntity c where c.expiresAt > ?1", Long.class)
            .setParameter(1, now)
            .getSingleResult();
    int tooMany = (int) Math.min(Integer.MAX_VALUE, alive - capacity + 1);
    if (tooMany > 0) {
      leastUsed(Optional.empty(), now, tooMany).forEach(this::delete);
    }
  }

  private List<String> leastUsed(Optional<String> owner, Instant at, int most) {
    return alive("c.sessionId", String.class, owner, at, most);
  }

  @Override
  public Optional<Conversation> find(String id) {
    return bySession(id, LockModeType.NONE).map(ConversationEntity::toConversation);
  }

  @Override
  public Optional<Identity> identity(String id) {
    return entities
        .createQuery(
            "select c.identity from ConversationEntity c"
                + " where c.sessionId = ?1 and c.identity is not null",
            String.class)
        .setParameter(1, id)
        .getResultList()
        .stream()
        .findFirst()
        .map(IdentityJson::read);
  }

  @Override
  public boolean touch(String id, Instant at, Instant expiresAt) {
    return entities
            .createQuery(
                "update ConversationEntity c set c.lastAccessed = ?2, c.expiresAt = ?3"
                    + " where c.sessionId = ?1 and c.lastAccessed < ?2 and c.expiresAt > ?2")
            .setParameter(1, id)
            .setParameter(2, at)
            .setParameter(3, expiresAt)
            .executeUpdate()
        == 1;
  }

  @Override
  public void prefer(String id, Preferences preferences) {
    bySession(id, LockModeType.PESSIMISTIC_WRITE).ifPresent(c -> c.prefer(preferences));
  }

  @Override
  public boolean append(String id, Turn turn, Instant expiresAt, int history) {
    Optional<ConversationEntity> locked =
        bySession(id, LockModeType.PESSIMISTIC_WRITE).filter(c -> c.isAliveAt(turn.answeredAt()));
    locked.ifPresent(
        conversation -> {
          conversation.add(turn, expiresAt);
          TurnKey key = new TurnKey(conversation.id(), conversation.turns());
          entities.persist(new TurnEntity(key, turn));
          removeTurnsBut(history, conversation);
        });
    return locked.isPresent();
  }

  @Override
  public boolean delete(String id) {
    Optional<ConversationEntity> locked = bySession(id, LockModeType.PESSIMISTIC_WRITE);
    locked.ifPresent(
        conversation -> {
          removeTurnsBut(0, conversation);
          entities.remove(conversation);
        });
    return locked.isPresent();
  }

  @Override
  public List<Conversation> live(Optional<String> owner, Instant at, int most) {
    return alive("c", ConversationEntity.class, owner, at, most).stream()
        .map(ConversationEntity::toConversation)
        .toList();
  }

  private <T> List<T> alive(
      String what, Class<T> type, Optional<String> owner, Instant at, int most) {
    TypedQuery<T> query =
        entities
            .createQuery(
                "select "
                    + what
                    + " from ConversationEntity c where c.expiresAt > ?1"
                    + (owner.isPresent() ? " and c.owner = ?2" : "")
                    + " order by c.lastAccessed, c.id",
                type)
            .setParameter(1, at)
            .setMaxResults(most);
    owner.ifPresent(name -> query.setParameter(2, name));
    return query.getResultList();
  }

  @Override
  public List<HistoryEntry> history(String id) {
    return new TurnRows(entities).history(id);
  }

  @Override
  public List<EarlierTurn> earlier(String id, Instant since, int most) {
    return new TurnRows(entities).earlier(id, since, most);
  }

  @Override
  public List<Ended> ended(Instant after, Instant until) {
    return entities
        .createQuery(
            "select c.sessionId, c.expiresAt from ConversationEntity c"
                + " where c.expiresAt > ?1 and c.expiresAt <= ?2 order by c.expiresAt",
            Object[].class)
        .setParameter(1, after)
        .setParameter(2, until)
        .getResultList()
        .stream()
        .map(row -> new Ended((String) row[0], (Instant) row[1]))
        .toList();
  }

  @Override
  public int erase(Instant expiredBy, int most) {
    List<String> expired = expired(expiredBy, false, most);
    expired.forEach(
        id ->
            bySession(id, LockModeType.PESSIMISTIC_WRITE)
                .filter(c -> !c.isAliveAt(expiredBy))
                .ifPresent(this::erase));
    return expired.size();
  }

  private void erase(ConversationEntity conversation) {
    removeTurnsBut(0, conversation);
    conversation.erase();
  }

  @Override
  public int forget(Instant expiredBy, int most) {
    List<String> expired = expired(expiredBy, true, most);
    expired.forEach(this::delete);
    return expired.size();
  }

  /** Read without locks: a range under lock would stop what others do beside it. */
  private List<String> expired(Instant by, boolean erased, int most) {
    return entities
        .createQuery(
            "select c.sessionId from ConversationEntity c"
                + " where c.expiresAt <= ?1 and c.erased = ?2 order by c.expiresAt",
            String.class)
        .setParameter(1, by)
        .setParameter(2, erased)
        .setMaxResults(most)
        .getResultList();
  }

  private void removeTurnsBut(int newest, ConversationEntity locked) {
    new TurnRows(entities).remove(locked.id(), locked.forgetTurnsBut(newest));
  }

  private Optional<ConversationEntity> bySession(String id, LockModeType lock) {
    return entities
        .createQuery(
            "select c from ConversationEntity c where c.sessionId = ?1", ConversationEntity.class)
        .setParameter(1, id)
        .setLockMode(lock)
        .getResultList()
        .stream()
        .findFirst();
  }
}
