package org.wenshu.client.feed;

import java.util.concurrent.CompletionStage;

/**
 * Takes messages and goes on elsewhere. The next message is handed out when the stage completes, so
 * that their order is kept; a stage that fails is logged like an exception, one that does not
 * complete within 30 s is no longer waited for.
 */
@FunctionalInterface
public interface AsyncMessageHandler extends MessageHandler {
  /** Takes one message; the stage completes when it is done with. */
  CompletionStage<?> handleAsync(FeedMessage message);

  /** Begins, and waits for nothing. */
  @Override
  default void handle(FeedMessage message) {
    handleAsync(message);
  }
}
