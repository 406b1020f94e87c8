package org.wenshu.client.feed;

/**
 * Takes messages. Called on the client's dispatcher thread, one message after the other in the
 * order of the frames; may take its time, since reading from the socket pauses meanwhile, but must
 * return. What it throws is logged and does no harm to other handlers.
 */
@FunctionalInterface
public interface MessageHandler {
  /** Takes one message. */
  void handle(FeedMessage message);
}
