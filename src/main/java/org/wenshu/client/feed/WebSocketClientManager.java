package org.wenshu.client.feed;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps several clients by names of the caller's. Thread-safe. */
public final class WebSocketClientManager implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(WebSocketClientManager.class.getName());

  private final Map<String, WebSocketClient> clients = new LinkedHashMap<>();

  /** Without clients. */
  public WebSocketClientManager() {}

  /**
   * Makes a client; it is not connected yet.
   *
   * @throws IllegalArgumentException when there is one of that name
   */
  public WebSocketClient createClient(String id, ConnectionConfig config) {
    synchronized (clients) {
      if (clients.containsKey(id)) {
        throw new IllegalArgumentException("客户端已存在: " + id);
      }
      WebSocketClient client = new WebSocketClient(config);
      clients.put(id, client);
      return client;
    }
  }

  /** Closes a client and forgets it. False when there is none of that name. */
  public boolean removeClient(String id) {
    WebSocketClient gone;
    synchronized (clients) {
      gone = clients.remove(id);
    }
    if (gone == null) {
      return false;
    }
    gone.close();
    return true;
  }

  /** The client of that name. */
  public Optional<WebSocketClient> getClient(String id) {
    synchronized (clients) {
      return Optional.ofNullable(clients.get(id));
    }
  }

  /** The statistics of all, by name, in the order in which they were made. */
  public Map<String, Map<String, Object>> getAllStats() {
    Map<String, Map<String, Object>> all = new LinkedHashMap<>();
    copy().forEach((id, client) -> all.put(id, client.getStats()));
    return all;
  }

  /** Closes all and forgets them; one that fails does not keep the others open. */
  public void closeAll() {
    Map<String, WebSocketClient> all = copy();
    synchronized (clients) {
      clients.keySet().removeAll(all.keySet());
    }
    all.forEach(WebSocketClientManager::close);
  }

  private static void close(String id, WebSocketClient client) {
    try {
      client.close();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "The client " + id + " could not be closed in good order", e);
    }
  }

  private Map<String, WebSocketClient> copy() {
    synchronized (clients) {
      return new LinkedHashMap<>(clients);
    }
  }

  /** As {@link #closeAll()}. */
  @Override
  public void close() {
    closeAll();
  }
}
