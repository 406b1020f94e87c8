package org.wenshu.feed.source;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.wenshu.feed.Tick;

/** Which sources there are, and whether they can be read now. Thread-safe. */
public final class SourceState {
  private final Map<String, Boolean> up = new ConcurrentHashMap<>();
  private final CopyOnWriteArrayList<Listener> listeners = new CopyOnWriteArrayList<>();

  private volatile Replay replay = (seq, symbols, first) -> List.of();

  /** Hears of sources that fall silent or come back. */
  @FunctionalInterface
  public interface Listener {
    /** The source has changed. Must not block. */
    void changed(String source, boolean up);
  }

  /** No source yet. */
  public SourceState() {}

  /** Has the listener hear of changes from now on. */
  public void listen(Listener listener) {
    listeners.add(listener);
  }

  /** Notes how a source fares; listeners hear of changes only, not of the first good news. */
  public void note(String source, boolean isUp) {
    Boolean before = up.put(source, isUp);
    if (before == null ? !isUp : before != isUp) {
      listeners.forEach(listener -> listener.changed(source, isUp));
    }
  }

  /** What a source can tell once more. */
  @FunctionalInterface
  public interface Replay {
    /**
     * The next ticks of these symbols after that number of the source, in order.
     *
     * @param first whether nothing was asked for before, so that those with smaller numbers that
     *     came late are told as well
     */
    List<Tick> after(long seq, Collection<String> symbols, boolean first);
  }

  /** Names who can tell ticks once more. */
  public void replayFrom(Replay source) {
    replay = source;
  }

  /** What {@link Replay#after} tells; none where no source can tell. */
  public List<Tick> replay(long seq, Collection<String> symbols, boolean first) {
    return replay.after(seq, symbols, first);
  }

  /** Whether ticks are made up here. */
  public boolean isSimulated() {
    return up.containsKey(TickSequence.SOURCE);
  }

  /** Whether there is a source that cannot be read, and none that can. */
  public boolean isDown() {
    return !up.isEmpty() && !up.containsValue(true);
  }

  /** The names of all sources. */
  public List<String> names() {
    return up.keySet().stream().sorted().toList();
  }
}
