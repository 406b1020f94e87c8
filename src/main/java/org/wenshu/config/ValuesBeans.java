package org.wenshu.config;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;
import org.wenshu.values.StoredValues;
import org.wenshu.values.ValueLinker;
import org.wenshu.values.ValuesConfig;

/** Puts value linking together ({@code wenshu.values.*}). */
@ApplicationScoped
public class ValuesBeans {
  @Resource private ManagedExecutorService background;

  /** Dictionaries and how they are used. */
  @Produces
  @Singleton
  public ValuesConfig valuesConfig() {
    return ValuesKeys.read(ConfigProvider.getConfig());
  }

  /** Links literals to stored values. */
  @Produces
  @Singleton
  public ValueLinker valueLinker(StoredValues stored, ValuesConfig config) {
    return new ValueLinker(stored, config, background);
  }
}
