package org.wenshu.security.policy;

import java.util.List;

/** Where rules are kept. Thread-safe. */
public interface RuleStore {
  /**
   * All rules.
   *
   * @throws RuntimeException when the store cannot be read, or holds what is no rule
   */
  List<AccessRule> load();
}
