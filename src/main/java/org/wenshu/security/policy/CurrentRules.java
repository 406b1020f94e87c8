package org.wenshu.security.policy;

import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.wenshu.error.ErrorCode;
import org.wenshu.error.WenshuException;
import org.wenshu.question.Readiness;
import org.wenshu.question.Wording;
import org.wenshu.security.Caller;

/**
 * The rules as last read. Before they have been read nobody may read anything; when they can no
 * longer be read, the last ones stay in force. Thread-safe.
 */
public final class CurrentRules {
  private static final Logger LOG = Logger.getLogger(CurrentRules.class.getName());
  private static final int MOST_CALLERS = 10_000;
  private static final Wording UNKNOWN =
      new Wording("访问规则尚未就绪，请稍后重试", "The access rules are not known yet, please try again soon");

  private final RuleStore store;
  private final AccessDefaults defaults;
  private final Readiness readiness;
  private volatile Known known;
  private boolean failing;

  /**
   * Rules of that store, not read yet.
   *
   * @param defaults what holds where no rule says otherwise
   * @param startingTime how long callers may wait for them, from now on
   */
  public CurrentRules(RuleStore store, AccessDefaults defaults, Duration startingTime) {
    this.store = store;
    this.defaults = defaults;
    this.readiness = new Readiness(startingTime);
  }

  private record Known(AccessRules rules, RecentlyUsed<Caller, AccessPolicy> policies) {}

  /** Reads the rules anew. Never throws. */
  public synchronized void refresh() {
    try {
      AccessRules rules = new AccessRules(store.load());
      if (known == null || !known.rules().equals(rules)) {
        LOG.info(() -> rules.all().size() + " access rules are in force");
        known = new Known(rules, new RecentlyUsed<>(MOST_CALLERS));
        readiness.reach();
      }
      failing = false;
    } catch (RuntimeException e) {
      // Once loudly: the schedule tries again and again.
      LOG.log(failing ? Level.FINE : Level.WARNING, "The access rules cannot be read", e);
      failing = true;
    }
  }

  /** Whether the rules have been read. */
  public boolean areKnown() {
    return known != null;
  }

  /**
   * What the caller may read.
   *
   * @throws WenshuException with ACCESS_RULES_UNAVAILABLE before the rules have been read
   */
  public AccessPolicy policyOf(Caller caller) {
    if (!readiness.await()) {
      throw new WenshuException(ErrorCode.ACCESS_RULES_UNAVAILABLE, UNKNOWN);
    }
    Known now = known;
    return now.policies()
        .get(caller)
        .orElseGet(() -> now.policies().put(caller, policyOf(caller, now.rules())));
  }

  private AccessPolicy policyOf(Caller caller, AccessRules rules) {
    if (defaults.permissionsOf(caller).granted().isEmpty()) {
      // Else a site that has forgotten its roles in the configuration would look for long.
      String roles = String.join(", ", caller.roles()).replaceAll("\\p{Cntrl}", "?");
      LOG.info(() -> "The roles of " + caller.name() + " grant nothing: " + roles);
    }
    return rules.policyOf(caller, defaults);
  }
}
