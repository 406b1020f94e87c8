package org.wenshu.guard;

import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.security.policy.RecentlyUsed;

/** Keeps what was worked out for the policies in use. Thread-safe. */
final class PermittedSchemas {
  /** Callers with the same rights share one; more kinds of callers than this are rare. */
  private static final int MOST = 256;

  private final RecentlyUsed<GuardPolicy, Kept> kept = new RecentlyUsed<>(MOST);

  private record Kept(String database, String version, PermittedSchema permitted) {
    boolean isOf(SchemaSnapshot whole) {
      return version.equals(whole.version()) && database.equals(whole.database());
    }
  }

  PermittedSchema of(SchemaSnapshot whole, GuardPolicy policy) {
    return kept.get(policy)
        .filter(k -> k.isOf(whole))
        .orElseGet(() -> kept.put(policy, make(whole, policy)))
        .permitted();
  }

  private static Kept make(SchemaSnapshot whole, GuardPolicy policy) {
    return new Kept(whole.database(), whole.version(), PermittedSchema.of(whole, policy));
  }
}
