package org.wenshu.conversation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.wenshu.conversation.ConversationStore.Draft;
import org.wenshu.question.EarlierTurn;
import org.wenshu.security.Identity;

/**
 * Conversations and their turns (contract of the RAG protocol, sections 4.3 to 4.6 and 8). Keeps
 * nothing between calls: the store decides, so that any node may serve any call. Thread-safe.
 *
 * <p>An access moves the expiry. It is written when the last one noted is older than a second,
 * before a question when it is older than half a minute, because the turn that follows notes one
 * anyway. What is told of the expiry is always what is stored, and so what will happen. The clocks
 * of all nodes must agree to within a few seconds.
 *
 * <p>Every method throws a {@link org.wenshu.error.WenshuException} with {@link
 * org.wenshu.error.ErrorCode#CONVERSATIONS_UNAVAILABLE} when the store does not answer in time.
 */
public final class Conversations {
  private static final int MAX_NAME = 255;

  /** More turns than these are not offered to a question. */
  private static final int MAX_EARLIER = 30;

  private static final Duration FINE = Duration.ofSeconds(1);
  private static final Duration COARSE = Duration.ofSeconds(30);
  private static final int TOUCHES_PER_LIFE = 120;

  private final ConversationStore store;
  private final ConversationConfig config;
  private final Clock clock;
  private final ConversationIds ids = new ConversationIds();

  /** Conversations in that store. */
  public Conversations(ConversationStore store, ConversationConfig config, Clock clock) {
    this.store = store;
    this.config = config;
    this.clock = clock;
  }

  /**
   * Makes a conversation that belongs to this identity.
   *
   * @param label chosen by the client; blank for the user's own id; cut after 255 characters
   */
  public Creation create(Identity identity, String label) {
    Instant now = now();
    String shown = label.isBlank() ? identity.id() : label;
    Conversation made =
        new Conversation(
            ids.next(),
            OwnerKeys.of(identity.caller()),
            BoundedText.cut(shown, MAX_NAME),
            now,
            now,
            now.plus(config.idle()),
            0,
            Conversation.Context.NONE,
            Preferences.defaults());
    return store.create(
        new Draft(made, Optional.of(identity).filter(i -> config.resume())), config);
  }

  /**
   * The conversation of that id, accessed now.
   *
   * @param owner name of the caller who asks for it
   * @param manages whether that caller may manage conversations of others
   */
  public Lookup get(String id, String owner, boolean manages) {
    return access(id, owner, manages, FINE);
  }

  /** The caller's own conversation of that id, to ask a question in it. */
  public Lookup open(String id, String owner) {
    return access(id, owner, false, COARSE);
  }

  /** Like {@link #get}; the access is noted in any case. */
  public Lookup extend(String id, String owner, boolean manages) {
    return access(id, owner, manages, Duration.ZERO);
  }

  /** Ends a conversation; found only by the one call that did so. */
  public Lookup destroy(String id, String owner, boolean manages) {
    Lookup found = find(id, owner, manages);
    return found instanceof Lookup.Found && !store.delete(id) ? new Lookup.NotFound() : found;
  }

  /**
   * Conversations that are alive, least recently used first, without accessing them.
   *
   * @param manages whether those of others are listed too
   * @param label lists only those with that label
   */
  public List<Conversation> list(String owner, boolean manages, Optional<String> label) {
    Optional<String> whose = manages ? Optional.empty() : Optional.of(OwnerKeys.of(owner));
    return store.live(whose, now(), config.capacity()).stream()
        .filter(c -> label.isEmpty() || c.label().equals(BoundedText.cut(label.get(), MAX_NAME)))
        .toList();
  }

  /** The turns that are kept of a conversation that was found, oldest first. */
  public List<HistoryEntry> history(Conversation found) {
    return store.history(found.id());
  }

  /**
   * What a question in a conversation that was found may refer to: its successful turns of the
   * configured window, newest first, at most 30.
   */
  public List<EarlierTurn> earlier(Conversation found) {
    return store.earlier(found.id(), now().minus(config.contextWindow()), MAX_EARLIER);
  }

  /** Adds a turn to a conversation that was found; false when it has ended since. */
  public boolean record(Conversation found, Turn turn) {
    return store.append(found.id(), turn, now().plus(config.idle()), config.history());
  }

  /** Replaces the preferences of a conversation that was found. */
  public void prefer(Conversation found, Preferences preferences) {
    store.prefer(found.id(), preferences);
  }

  /**
   * Whom an id stands for that arrives without a credential. Does not count as an access: the call
   * that brought the id does.
   */
  public Resumption resume(String id) {
    if (!config.resume()) {
      return new Resumption.Refused(Resumption.Reason.OFF);
    }
    Optional<Conversation> found = stored(id);
    if (found.isEmpty()) {
      return new Resumption.Refused(Resumption.Reason.UNKNOWN);
    }
    Instant now = now();
    if (found.get().isExpiredAt(now)) {
      return new Resumption.Refused(Resumption.Reason.EXPIRED);
    }
    return store
        .identity(id)
        .map(identity -> resume(identity, now))
        .orElseGet(() -> new Resumption.Refused(Resumption.Reason.OFF));
  }

  private static Resumption resume(Identity identity, Instant now) {
    return identity.expiresAt().filter(end -> !now.isBefore(end)).isPresent()
        ? new Resumption.Refused(Resumption.Reason.CREDENTIAL_EXPIRED)
        : new Resumption.Resumed(identity);
  }

  private Lookup access(String id, String owner, boolean manages, Duration tolerance) {
    Lookup found = find(id, owner, manages);
    if (!(found instanceof Lookup.Found alive)) {
      return found;
    }
    Instant now = now();
    Duration unnoted = Duration.between(alive.conversation().lastAccessed(), now);
    if (unnoted.compareTo(atMost(tolerance)) < 0) {
      return found;
    }
    Instant expiry = now.plus(config.idle());
    return store.touch(id, now, expiry)
        ? new Lookup.Found(alive.conversation().accessed(now, expiry))
        : find(id, owner, manages);
  }

  /** Short lives are measured finer. */
  private Duration atMost(Duration tolerance) {
    Duration part = config.idle().dividedBy(TOUCHES_PER_LIFE);
    return part.compareTo(tolerance) < 0 ? part : tolerance;
  }

  private Lookup find(String id, String owner, boolean manages) {
    Optional<Conversation> found =
        stored(id).filter(c -> manages || c.owner().equals(OwnerKeys.of(owner)));
    if (found.isEmpty()) {
      return new Lookup.NotFound();
    }
    Conversation conversation = found.get();
    return conversation.isExpiredAt(now())
        ? new Lookup.Expired(conversation.expiresAt(), config.idle())
        : new Lookup.Found(conversation);
  }

  private Optional<Conversation> stored(String id) {
    return ConversationIds.isPossible(id) ? store.find(id) : Optional.empty();
  }

  /** As exact as the store. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
