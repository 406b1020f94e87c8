package org.wenshu.conversation;

/** What became of the wish to have a conversation. */
public sealed interface Creation {
  /** It is there. */
  record Created(Conversation conversation) implements Creation {}

  /**
   * The owner has as many as configuration grants.
   *
   * @param owner name of the caller
   * @param current alive now
   * @param most granted
   * @param oldest id of the one that has not been used for the longest time; never to be logged
   */
  record LimitReached(String owner, int current, int most, String oldest) implements Creation {
    /** Without the id. */
    @Override
    public String toString() {
      return "LimitReached[owner=" + owner + ", current=" + current + ", most=" + most + ']';
    }
  }
}
