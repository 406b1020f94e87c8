package org.wenshu.protocol.ws.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.wenshu.feed.FeedListener;
import org.wenshu.feed.Pace;
import org.wenshu.feed.TopicKey;
import org.wenshu.feed.Update;

/**
 * What one connection hears of a topic under one name: however many of its subscriptions match, an
 * update is sent once, at the pace of the fastest of them (contract, section 5.1). Thread-safe.
 */
final class Binding implements FeedListener {
  private static final int MOST_PAUSED = 10_000;

  private final Key key;
  private final Outbox outbox;
  private volatile List<Subscription> members = List.of();
  private volatile Beginning beginning = new Beginning(List.of(), "");
  private final Set<Long> told = ConcurrentHashMap.newKeySet();
  private List<Update> paused;
  private Update held;
  private int heldMerged;
  private Pace heldPace = Pace.REALTIME;
  private long sentSeq = -1;

  Binding(Key key, Outbox outbox) {
    this.key = key;
    this.outbox = outbox;
  }

  /** What is told apart on one connection. */
  record Key(TopicKey topic, String type, Form form, boolean batch) {}

  Key key() {
    return key;
  }

  /** Adds a subscription, in place of one with the same id. */
  synchronized void add(Subscription subscription) {
    List<Subscription> all = new ArrayList<>(members);
    all.removeIf(member -> member.id().equals(subscription.id()));
    all.add(subscription);
    members = List.copyOf(all);
  }

  /** Removes a subscription; true when none is left. */
  synchronized boolean remove(String id) {
    members = members.stream().filter(member -> !member.id().equals(id)).toList();
    return members.isEmpty();
  }

  /** Keeps back what comes, until what was missed has been told. */
  synchronized void pause() {
    paused = new ArrayList<>();
  }

  /** Sends once more what was not acknowledged. */
  void again(Update update) {
    outbox.offerAgain(this, update);
  }

  /** Tells what was missed. */
  void catchUp(Update update) {
    update.sourceSeq().ifPresent(told::add);
    outbox.offer(this, update, 0, false);
  }

  /** Tells what came meanwhile, and goes on; nothing is told twice. */
  void resume() {
    List<Update> came;
    synchronized (this) {
      came = paused;
      paused = null;
    }
    if (came != null) {
      came.forEach(update -> onUpdate(update, false));
    }
  }

  private synchronized boolean isKeptBack(Update update) {
    if (paused != null && paused.size() < MOST_PAUSED) {
      paused.add(update);
      return true;
    }
    return update.sourceSeq().isPresent() && told.remove(update.sourceSeq().getAsLong());
  }

  @Override
  public void onUpdate(Update update, boolean snapshot) {
    if (isKeptBack(update)) {
      return;
    }
    Optional<Pace> pace = pace(update);
    if (pace.isEmpty()) {
      return;
    }
    if (snapshot || pace.get() == Pace.REALTIME) {
      release(update, snapshot, pace.get());
    } else {
      hold(update, pace.get());
    }
  }

  private void release(Update update, boolean snapshot, Pace pace) {
    int merged;
    synchronized (this) {
      if (update.seq() <= sentSeq) {
        return;
      }
      sentSeq = update.seq();
      merged = pace == Pace.REALTIME || held == null ? 0 : heldMerged;
      held = null;
      heldMerged = 0;
    }
    outbox.offer(this, update, merged, snapshot);
  }

  private synchronized void hold(Update update, Pace pace) {
    if (held != null) {
      heldMerged++;
    }
    held = update;
    heldPace = pace;
  }

  /** Sends what was held, where a window ends with that second. */
  void windowEnds(long epochSecond) {
    Update due;
    Pace pace;
    synchronized (this) {
      if (held == null || !heldPace.endsAt(epochSecond)) {
        return;
      }
      due = held;
      pace = heldPace;
    }
    release(due, false, pace);
  }

  /** The fastest of those who want it; empty when nobody does. */
  private Optional<Pace> pace(Update update) {
    Pace fastest = null;
    for (Subscription member : members) {
      Pace pace = member.wanted().pace();
      if (member.wanted().filter().admits(update)
          && (fastest == null || pace.compareTo(fastest) < 0)) {
        fastest = pace;
      }
    }
    return Optional.ofNullable(fastest);
  }

  /** Whether the client says what it has got of it. */
  boolean isAcknowledged() {
    for (Subscription member : members) {
      if (member.wanted().delivery().ack()) {
        return true;
      }
    }
    return false;
  }

  /** Those who want it now. */
  List<Subscription> takers(Update update) {
    List<Subscription> all = members;
    if (all.size() == 1 && all.get(0).wanted().filter().admits(update)) {
      return all;
    }
    return all.stream().filter(member -> member.wanted().filter().admits(update)).toList();
  }

  /** How frames to these begin; {@code takers} as they were just told. */
  String beginning(List<Subscription> takers) {
    Beginning known = beginning;
    if (known.takers() != takers) {
      List<String> ids = takers.stream().map(Subscription::id).toList();
      String text = DataFrames.beginning(key.form(), key.topic().channel(), key.type(), ids);
      known = new Beginning(takers, text);
      beginning = known;
    }
    return known.text();
  }

  private record Beginning(List<Subscription> takers, String text) {}
}
