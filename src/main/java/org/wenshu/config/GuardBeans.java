package org.wenshu.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;
import org.wenshu.guard.GuardPolicy;
import org.wenshu.guard.SqlGuard;

/** Puts the guard together ({@code wenshu.guard.*}). */
@ApplicationScoped
public class GuardBeans {
  /** A guard with one policy for everybody. */
  @Produces
  @Singleton
  public SqlGuard sqlGuard() {
    GuardPolicy policy = GuardKeys.read(ConfigProvider.getConfig());
    return new SqlGuard(caller -> policy);
  }
}
