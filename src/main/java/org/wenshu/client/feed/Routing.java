package org.wenshu.client.feed;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.wenshu.client.WenshuException;

/**
 * Whom a frame goes to: handlers by data type, and those who follow one subscription. Called on the
 * dispatcher's thread; the rest is thread-safe.
 */
final class Routing {
  /** The key of handlers that get every frame as it came. */
  static final String DEBUG = "debug";

  /** The key of handlers that get every data frame. */
  static final String ALL_DATA = "*";

  private static final Logger LOG = Logger.getLogger(Routing.class.getName());

  private final HandlerRegistry handlers;
  private final Duration patience;
  private final Map<String, Follower> followers = new ConcurrentHashMap<>();

  Routing(HandlerRegistry handlers, Duration patience) {
    this.handlers = handlers;
    this.patience = patience;
  }

  /** Gets what belongs to one subscription. */
  interface Follower {
    /** Data, an answer, or an error of this subscription. */
    void take(FeedMessage message);

    /** Nothing more will come. */
    void ended(WenshuException why);
  }

  void follow(String id, Follower follower) {
    followers.put(id, follower);
  }

  void leave(String id) {
    followers.remove(id);
  }

  /** Tells all who follow anything that nothing more comes. */
  void end(WenshuException why) {
    for (String id : List.copyOf(followers.keySet())) {
      Follower gone = followers.remove(id);
      if (gone != null) {
        gone.ended(why);
      }
    }
  }

  /** Hands out one frame. */
  void deliver(FrameReader.Read read) {
    call(DEBUG, read.frame());
    for (FeedMessage message : read.messages()) {
      switch (message.type()) {
        case "data" -> {
          call(message.dataType(), message);
          call(ALL_DATA, message);
          follow(message);
        }
        case "error", "status" -> {
          call(message.type(), message);
          follow(message);
        }
        default -> follow(message);
      }
    }
  }

  private void follow(FeedMessage message) {
    if (followers.isEmpty()) {
      return;
    }
    if (message.json().path("ids").isArray()) {
      message.json().path("ids").forEach(id -> tell(id.asText(), message));
    } else {
      tell(message.id(), message);
    }
  }

  private void tell(String id, FeedMessage message) {
    Follower follower = followers.get(id);
    if (follower != null) {
      follower.take(message);
    }
  }

  private void call(String key, FeedMessage message) {
    for (MessageHandler handler : handlers.of(key)) {
      try {
        if (handler instanceof AsyncMessageHandler async) {
          await(async, message);
        } else {
          handler.handle(message);
        }
      } catch (RuntimeException e) {
        failed(e);
      }
    }
  }

  private void await(AsyncMessageHandler handler, FeedMessage message) {
    try {
      handler
          .handleAsync(message)
          .toCompletableFuture()
          .get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      failed(e.getCause());
    } catch (TimeoutException e) {
      failed(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void failed(Throwable e) {
    LOG.log(Level.WARNING, "消息处理器错误: " + e, e);
  }
}
