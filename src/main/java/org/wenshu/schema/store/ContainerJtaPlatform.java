package org.wenshu.schema.store;

import jakarta.transaction.TransactionManager;
import jakarta.transaction.UserTransaction;
import java.util.List;
import org.hibernate.engine.jndi.JndiException;
import org.hibernate.engine.transaction.jta.platform.internal.AbstractJtaPlatform;
import org.hibernate.engine.transaction.jta.platform.spi.JtaPlatformException;

/** Where a Hibernate that lies in the WAR finds the transactions of Payara and of WildFly. */
final class ContainerJtaPlatform extends AbstractJtaPlatform {
  private static final long serialVersionUID = 1L;
  private static final List<String> TRANSACTION_MANAGERS =
      List.of("java:appserver/TransactionManager", "java:jboss/TransactionManager");

  @Override
  protected TransactionManager locateTransactionManager() {
    JndiException last = null;
    for (String name : TRANSACTION_MANAGERS) {
      try {
        return (TransactionManager) jndiService().locate(name);
      } catch (JndiException e) {
        last = e;
      }
    }
    throw new JtaPlatformException("No transaction manager under " + TRANSACTION_MANAGERS, last);
  }

  @Override
  protected UserTransaction locateUserTransaction() {
    return (UserTransaction) jndiService().locate("java:comp/UserTransaction");
  }
}
