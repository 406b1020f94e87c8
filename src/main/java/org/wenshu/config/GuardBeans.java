package org.wenshu.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.wenshu.guard.SqlGuard;

/** Puts the guard together ({@code wenshu.guard.*}). */
@ApplicationScoped
public class GuardBeans {
  /** A guard that judges by what the rules come to for each caller. */
  @Produces
  @Singleton
  SqlGuard sqlGuard(CallerPolicies policies) {
    return new SqlGuard(policies::of);
  }
}
