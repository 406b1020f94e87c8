package org.wenshu.conversation.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.hibernate.annotations.DynamicUpdate;
import org.wenshu.conversation.Conversation;
import org.wenshu.conversation.ConversationStore.Draft;
import org.wenshu.conversation.Preferences;
import org.wenshu.conversation.Turn;

/** A stored conversation. */
@Entity
@Table(name = "conversation")
@DynamicUpdate
class ConversationEntity {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "session_id")
  private String sessionId;

  private String owner;

  private String label;

  // Read only by the statement that asks for it.
  @SuppressWarnings("UnusedVariable")
  private String identity;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "last_accessed")
  private Instant lastAccessed;

  @Column(name = "expires_at")
  private Instant expiresAt;

  // Read only by the statement that looks for what is left to erase.
  @SuppressWarnings("UnusedVariable")
  private boolean erased;

  private int turns;

  @Column(name = "first_turn")
  private int firstTurn = 1;

  @Column(name = "last_table")
  private String lastTable;

  @Column(name = "preferred_limit")
  private Integer preferredLimit;

  private String preferences;

  /** For JPA. */
  protected ConversationEntity() {}

  ConversationEntity(Draft draft) {
    Conversation made = draft.conversation();
    sessionId = made.id();
    owner = made.owner();
    label = made.label();
    identity = draft.identity().flatMap(IdentityJson::write).orElse(null);
    createdAt = made.createdAt();
    lastAccessed = made.lastAccessed();
    expiresAt = made.expiresAt();
    preferences = storedPreferences(made.preferences());
  }

  long id() {
    return id;
  }

  int turns() {
    return turns;
  }

  boolean isAliveAt(Instant moment) {
    return moment.isBefore(expiresAt);
  }

  void prefer(Preferences preferred) {
    preferences = storedPreferences(preferred);
  }

  /** Counts a turn, and keeps what it leaves behind. */
  void add(Turn turn, Instant expiry) {
    turns++;
    turn.mainTable().ifPresent(table -> lastTable = table);
    turn.limit().ifPresent(limit -> preferredLimit = limit);
    if (turn.answeredAt().isAfter(lastAccessed)) {
      lastAccessed = turn.answeredAt();
    }
    if (expiry.isAfter(expiresAt)) {
      expiresAt = expiry;
    }
  }

  /** Gives up the turns beyond that many newest ones, and names them. */
  List<Integer> forgetTurnsBut(int newest) {
    int kept = Math.max(firstTurn, turns - newest + 1);
    List<Integer> forgotten = IntStream.range(firstTurn, kept).boxed().toList();
    firstTurn = kept;
    return forgotten;
  }

  void erase() {
    erased = true;
    identity = null;
  }

  Conversation toConversation() {
    OptionalInt limit =
        preferredLimit == null ? OptionalInt.empty() : OptionalInt.of(preferredLimit);
    return new Conversation(
        sessionId,
        owner,
        label,
        createdAt,
        lastAccessed,
        expiresAt,
        turns - firstTurn + 1,
        new Conversation.Context(Optional.ofNullable(lastTable), limit),
        preferences == null ? Preferences.defaults() : PreferencesJson.read(preferences));
  }

  private static String storedPreferences(Preferences preferred) {
    return preferred.equals(Preferences.defaults()) ? null : PreferencesJson.write(preferred);
  }
}
