package org.wenshu.conversation;

import java.time.Duration;

/**
 * How long and how many ({@code wenshu.conversation.*}). All nodes must have the same.
 *
 * @param idle how long a conversation lives without access ({@code idle})
 * @param remembered how long an expired one is told from an unknown one ({@code remembered})
 * @param contextWindow how old a turn may be that a question refers to ({@code context-window})
 * @param history turns kept of one conversation ({@code history})
 * @param capacity conversations alive at once; beyond, the least recently used one goes ({@code
 *     capacity})
 * @param perOwner conversations alive at once of one caller; 0 for any number ({@code per-owner})
 * @param resume whether an id stands for the identity that made it ({@code resume})
 * @param timeout for one call of the store ({@code timeout})
 * @param sweepInterval between two sweeps ({@code sweep-interval})
 */
public record ConversationConfig(
    Duration idle,
    Duration remembered,
    Duration contextWindow,
    int history,
    int capacity,
    int perOwner,
    boolean resume,
    Duration timeout,
    Duration sweepInterval) {
  private static final int SWEEPS_PER_LIFE = 4;

  /** Rejects lives, histories and capacities of nothing. */
  public ConversationConfig {
    if (!isPositive(idle)
        || !isPositive(timeout)
        || !isPositive(sweepInterval)
        || remembered.isNegative()) {
      throw new IllegalArgumentException("Conversations need time to live");
    }
    if (history < 1 || capacity < 1 || perOwner < 0) {
      throw new IllegalArgumentException("Conversations need room for a turn and for themselves");
    }
  }

  /** An hour, remembered for a day, 100 turns, 1,000 at once, resumed, 5 s for the store. */
  public static ConversationConfig defaults() {
    Duration hour = Duration.ofHours(1);
    return new ConversationConfig(
        hour, Duration.ofDays(1), hour, 100, 1000, 0, true, Duration.ofSeconds(5), sweepsOf(hour));
  }

  /** The usual interval of sweeps: a quarter of the idle time. */
  public static Duration sweepsOf(Duration idle) {
    return idle.dividedBy(SWEEPS_PER_LIFE);
  }

  private static boolean isPositive(Duration duration) {
    return !duration.isZero() && !duration.isNegative();
  }
}
