package org.wenshu.protocol.ws.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.wenshu.feed.Channel;
import org.wenshu.feed.DataType;
import org.wenshu.feed.FeedHub;
import org.wenshu.feed.FeedListener;
import org.wenshu.feed.Period;
import org.wenshu.feed.Tick;
import org.wenshu.feed.TopicKey;
import org.wenshu.protocol.ws.feed.Subscription.Wanted;

/**
 * What one connection has subscribed to. Changed by one message at a time; windows may end at any
 * time. Thread-safe.
 */
final class Subscriptions {
  private final FeedHub hub;
  private final Outbox outbox;
  private final Outbox batches;
  private final Map<String, Subscription> byId = new LinkedHashMap<>();
  private final Map<Binding.Key, Binding> bindings = new ConcurrentHashMap<>();
  private boolean closed;

  /**
   * Nothing yet.
   *
   * @param outbox what is sent at once
   * @param batches what is gathered
   */
  Subscriptions(FeedHub hub, Outbox outbox, Outbox batches) {
    this.hub = hub;
    this.outbox = outbox;
    this.batches = batches;
  }

  private Binding binding(Binding.Key key) {
    return new Binding(key, key.batch() ? batches : outbox);
  }

  /** How many ids there would be with this one. */
  synchronized int sizeWith(String id) {
    return byId.containsKey(id) ? byId.size() : byId.size() + 1;
  }

  synchronized int size() {
    return byId.size();
  }

  /** Symbols times types, without those of that id. */
  synchronized int pairsWithout(String id) {
    return byId.values().stream()
        .filter(subscription -> !subscription.id().equals(id))
        .mapToInt(subscription -> subscription.wanted().pairs())
        .sum();
  }

  synchronized Optional<Subscription> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** One made by a server-side id for the same symbol, type and period. */
  synchronized Optional<Subscription> findLike(Form form, Wanted wanted) {
    return byId.values().stream()
        .filter(known -> known.form() == form)
        .filter(known -> known.wanted().symbols().equals(wanted.symbols()))
        .filter(known -> known.wanted().types().equals(wanted.types()))
        .filter(known -> known.wanted().period() == wanted.period())
        .findFirst();
  }

  synchronized List<Subscription> all() {
    return new ArrayList<>(byId.values());
  }

  /** Begins to deliver, in place of what had the id before. */
  void put(Subscription subscription) {
    put(subscription, List.<Binding>of());
  }

  /** Reads what was missed, some ticks at a time. */
  interface Missed {
    void tell(Consumer<List<Tick>> teller);
  }

  /**
   * Begins to deliver, first what was missed: until that is told, all that comes is kept back.
   *
   * @return what tells it; to be run once
   */
  Runnable put(Subscription subscription, Missed missed) {
    List<Binding> fresh = keys(subscription).stream().map(this::binding).toList();
    fresh.forEach(Binding::pause);
    put(subscription, fresh);
    Map<TopicKey, FeedListener> listeners = new HashMap<>();
    fresh.forEach(
        binding ->
            listeners.merge(
                binding.key().topic(),
                (update, snapshot) -> binding.catchUp(update),
                (one, other) ->
                    (update, snapshot) -> {
                      one.onUpdate(update, snapshot);
                      other.onUpdate(update, snapshot);
                    }));
    return () -> {
      try {
        missed.tell(ticks -> hub.tellApart(ticks, listeners));
      } finally {
        fresh.forEach(Binding::resume);
      }
    };
  }

  private synchronized void put(Subscription subscription, List<Binding> fresh) {
    if (closed) {
      return;
    }
    Subscription before = byId.put(subscription.id(), subscription);
    List<Binding.Key> keys = keys(subscription);
    if (before != null) {
      List<Binding.Key> gone = new ArrayList<>(keys(before));
      gone.removeAll(keys);
      gone.forEach(key -> leave(key, before.id()));
    }
    for (Binding.Key key : keys) {
      Optional<Binding> paused =
          fresh.stream().filter(binding -> binding.key().equals(key)).findFirst();
      if (paused.isPresent()) {
        leave(key, subscription.id());
      }
      if (paused.isPresent() && !bindings.containsKey(key)) {
        join(paused.get(), subscription, false);
      } else {
        join(key, subscription);
      }
    }
  }

  private void join(Binding binding, Subscription subscription, boolean snapshot) {
    binding.add(subscription);
    bindings.put(binding.key(), binding);
    hub.join(binding.key().topic(), binding, snapshot);
  }

  private void join(Binding.Key key, Subscription subscription) {
    Binding known = bindings.get(key);
    if (known != null) {
      known.add(subscription);
      if (subscription.wanted().snapshot()) {
        hub.tellLast(key.topic(), known);
      }
    } else {
      join(binding(key), subscription, subscription.wanted().snapshot());
    }
  }

  /** Stops at once; false when the id is not known. */
  synchronized boolean remove(String id) {
    Subscription gone = byId.remove(id);
    if (gone == null) {
      return false;
    }
    keys(gone).forEach(key -> leave(key, id));
    return true;
  }

  /** Removes these symbols from every subscription; those left without any end. */
  synchronized List<String> removeSymbols(List<String> symbols) {
    List<String> touched = new ArrayList<>();
    for (Subscription subscription : all()) {
      if (subscription.wanted().symbols().stream().anyMatch(symbols::contains)) {
        touched.add(subscription.id());
        Subscription left = subscription.without(symbols);
        if (left.wanted().symbols().isEmpty()) {
          remove(subscription.id());
        } else {
          put(left);
        }
      }
    }
    return touched;
  }

  private void leave(Binding.Key key, String id) {
    Binding binding = bindings.get(key);
    if (binding != null && binding.remove(id)) {
      bindings.remove(key);
      hub.leave(key.topic(), binding);
    }
  }

  /** Sends what was held until that second. */
  void windowEnds(long epochSecond) {
    bindings.values().forEach(binding -> binding.windowEnds(epochSecond));
  }

  /** Those that anything is heard by. */
  Set<Binding> bindings() {
    return Set.copyOf(bindings.values());
  }

  /** Ends all, for good. */
  synchronized void close() {
    closed = true;
    byId.clear();
    bindings.forEach((key, binding) -> hub.leave(key.topic(), binding));
    bindings.clear();
  }

  private static List<Binding.Key> keys(Subscription subscription) {
    Wanted wanted = subscription.wanted();
    List<Binding.Key> keys = new ArrayList<>();
    for (String type : wanted.types()) {
      Channel channel = DataType.find(type).orElseThrow().channel();
      Optional<Period> period =
          channel == Channel.KLINE ? Optional.of(wanted.period()) : Optional.empty();
      for (String symbol : wanted.symbols()) {
        TopicKey topic = new TopicKey(symbol, channel, period);
        keys.add(new Binding.Key(topic, type, subscription.form(), wanted.delivery().batch()));
      }
    }
    return keys;
  }
}
