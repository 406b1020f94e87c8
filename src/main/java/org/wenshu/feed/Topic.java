package org.wenshu.feed;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;

/** One topic: its last value and who hears of it. Guarded by the lock of its symbol. */
final class Topic {
  private final TopicKey key;
  private final CopyOnWriteArrayList<FeedListener> listeners = new CopyOnWriteArrayList<>();
  private final LongSupplier seqFloor;
  private long seq;
  private Update last;

  Topic(TopicKey key, LongSupplier seqFloor) {
    this.key = key;
    this.seqFloor = seqFloor;
  }

  void join(FeedListener listener, boolean snapshot) {
    listeners.add(listener);
    if (snapshot && last != null) {
      listener.onUpdate(last, true);
    }
  }

  void leave(FeedListener listener) {
    listeners.remove(listener);
  }

  boolean isHeard() {
    return !listeners.isEmpty();
  }

  Optional<Update> last() {
    return Optional.ofNullable(last);
  }

  void tell(
      Tick tick,
      Update.Origin origin,
      Map<String, Object> members,
      Optional<Book> book,
      Update.Traits traits) {
    if (last == null) {
      seq = seqFloor.getAsLong();
    }
    seq = Math.max(seq + 1, tick.seq().orElse(0));
    last = new Update(key, seq, origin, members, book, traits);
    for (FeedListener listener : listeners) {
      listener.onUpdate(last, false);
    }
  }

  long seq() {
    return seq;
  }
}
