package org.wenshu.protocol.ws.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.wenshu.feed.Symbols;
import org.wenshu.feed.Update;

/**
 * What one connection has been sent and has not acknowledged (contract, section 9.5): of each topic
 * the latest, so that it is bounded by what is subscribed. Thread-safe.
 */
final class Acknowledgements {
  private final long patienceNanos;
  private final Map<Binding, Waiting> waiting = new HashMap<>();
  private final Map<Long, Binding> numbers = new HashMap<>();
  private long last;

  /** None yet; what nobody acknowledges for that long is sent once more. */
  Acknowledgements(long patienceNanos) {
    this.patienceNanos = patienceNanos;
  }

  /** The latest of a topic, and since when something of it is waited for. */
  private static final class Waiting {
    private final long number;
    private Update update;
    private long sinceNanos;
    private boolean open;

    Waiting(long number) {
      this.number = number;
    }
  }

  /** Names the message by which this update is sent, and waits for its acknowledgement. */
  synchronized String sent(Binding binding, Update update, long now) {
    Waiting known =
        waiting.computeIfAbsent(
            binding,
            one -> {
              numbers.put(++last, one);
              return new Waiting(last);
            });
    if (!known.open) {
      known.sinceNanos = now;
    }
    known.open = true;
    known.update = update;
    return known.number + "-" + update.seq();
  }

  /**
   * A client says what it has, by the name of a message or by its number; all before it as well.
   */
  synchronized void acknowledged(JsonNode message, long now) {
    String[] name = message.path("message_id").asText("").split("-", 2);
    if (name.length == 2 && name[0].matches("\\d{1,18}") && name[1].matches("\\d{1,18}")) {
      Binding binding = numbers.get(Long.valueOf(name[0]));
      acknowledge(binding, Long.parseLong(name[1]), now);
    } else if (message.path("seq").canConvertToLong()) {
      String symbol = Symbols.normal(message.path("symbol").asText(""));
      String type = message.path("data_type").asText("");
      for (Binding binding : waiting.keySet()) {
        if (binding.key().topic().symbol().equals(symbol) && binding.key().type().equals(type)) {
          acknowledge(binding, message.path("seq").asLong(), now);
        }
      }
    }
  }

  private void acknowledge(Binding binding, long seq, long now) {
    Waiting known = binding == null ? null : waiting.get(binding);
    if (known != null && known.open) {
      known.open = known.update.seq() > seq;
      known.sinceNanos = now;
    }
  }

  /** What has not been acknowledged for too long; told of once. */
  synchronized Map<Binding, Update> overdue(long now) {
    Map<Binding, Update> overdue = new HashMap<>();
    waiting.forEach(
        (binding, one) -> {
          if (one.open && now - one.sinceNanos > patienceNanos) {
            overdue.put(binding, one.update);
            one.open = false;
          }
        });
    return overdue;
  }

  synchronized boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** Forgets topics that are no longer subscribed. */
  synchronized void keepOnly(Set<Binding> bindings) {
    waiting.keySet().retainAll(bindings);
    numbers.values().retainAll(bindings);
  }
}
