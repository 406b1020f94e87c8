package org.wenshu.config;

import org.wenshu.guard.GuardPolicy;
import org.wenshu.security.Caller;
import org.wenshu.security.policy.AccessPolicy;
import org.wenshu.security.policy.CurrentRules;
import org.wenshu.security.policy.RecentlyUsed;

/** What the configuration and the rules come to for a caller. Thread-safe. */
final class CallerPolicies {
  private static final int MOST = 1_000;

  private final GuardPolicy configured;
  private final CurrentRules rules;
  private final RecentlyUsed<AccessPolicy, Versioned> policies = new RecentlyUsed<>(MOST);

  CallerPolicies(GuardPolicy configured, CurrentRules rules) {
    this.configured = configured;
    this.rules = rules;
  }

  private record Versioned(GuardPolicy policy, String version) {}

  GuardPolicy of(Caller caller) {
    return versioned(caller).policy();
  }

  /** Names what the caller may read now: alike for callers with the same rights, on every node. */
  String version(Caller caller) {
    return rules.areKnown() ? versioned(caller).version() : "unknown";
  }

  private Versioned versioned(Caller caller) {
    AccessPolicy access = rules.policyOf(caller);
    return policies.get(access).orElseGet(() -> policies.put(access, version(access)));
  }

  private Versioned version(AccessPolicy access) {
    GuardPolicy policy = configured.with(access);
    return new Versioned(policy, policy.fingerprint());
  }
}
