package org.wenshu.security.policy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps what was used last, and forgets what was not used for longest when there is too much.
 * Thread-safe.
 *
 * @param <K> what it is found by
 * @param <V> what is kept
 */
public final class RecentlyUsed<K, V> {
  private final Map<K, V> kept;

  /** Keeps at most so many. */
  public RecentlyUsed(int most) {
    kept =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
          }
        };
  }

  /** What was last put under that key, if it is still kept. */
  public synchronized Optional<V> get(K key) {
    return Optional.ofNullable(kept.get(key));
  }

  /** Keeps it, in the place of what was kept under that key. */
  public synchronized V put(K key, V value) {
    kept.put(key, value);
    return value;
  }
}
