package org.wenshu.schema.store;

import org.hibernate.engine.transaction.jta.platform.spi.JtaPlatform;
import org.hibernate.engine.transaction.jta.platform.spi.JtaPlatformProvider;

/** Tells Hibernate of {@link ContainerJtaPlatform}; found by the service loader. */
public final class ContainerJtaPlatformProvider implements JtaPlatformProvider {
  @Override
  public JtaPlatform getProvidedJtaPlatform() {
    return new ContainerJtaPlatform();
  }
}
