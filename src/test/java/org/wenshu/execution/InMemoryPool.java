package org.wenshu.execution;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A pool that hands out the connection returned last, unvalidated, as servers' pools do. */
public final class InMemoryPool implements DataSource {
  private final DataSource source;
  private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();

  /** An empty pool that opens what it lacks here. */
  public InMemoryPool(DataSource source) {
    this.source = source;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection pooled = idle.pollLast();
    Connection physical = pooled == null ? source.getConnection() : pooled;
    AtomicBoolean open = new AtomicBoolean(true);
    return (Connection)
        Proxy.newProxyInstance(
            InMemoryPool.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("close")) {
                if (open.getAndSet(false)) {
                  idle.addLast(physical);
                }
                return null;
              }
              try {
                return method.invoke(physical, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  int idle() {
    return idle.size();
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return getConnection();
  }

  @Override
  public PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(PrintWriter out) {}

  @Override
  public void setLoginTimeout(int seconds) {}

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getGlobal();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLException("Not a wrapper for " + type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
