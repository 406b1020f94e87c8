package org.wenshu.client.feed;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The handlers by data type, in the order in which they were added. Thread-safe: a handler may
 * remove itself or others while messages are handed out.
 */
final class HandlerRegistry {
  private final Map<String, CopyOnWriteArrayList<MessageHandler>> byKey = new ConcurrentHashMap<>();

  /** False when it was there already. */
  boolean add(String key, MessageHandler handler) {
    return byKey.computeIfAbsent(key, any -> new CopyOnWriteArrayList<>()).addIfAbsent(handler);
  }

  /** False when it was not there. */
  boolean remove(String key, MessageHandler handler) {
    List<MessageHandler> handlers = byKey.get(key);
    return handlers != null && handlers.remove(handler);
  }

  /** Those there are now. */
  List<MessageHandler> of(String key) {
    List<MessageHandler> handlers = byKey.get(key);
    return handlers == null ? List.of() : handlers;
  }
}
