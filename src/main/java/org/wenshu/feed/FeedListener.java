package org.wenshu.feed;

/** Hears of one topic, in order, one update at a time. Must neither block nor throw. */
public interface FeedListener {
  /**
   * The next update.
   *
   * @param snapshot whether it is the last known value, told because the listener has just come
   */
  void onUpdate(Update update, boolean snapshot);
}
