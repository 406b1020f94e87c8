package org.wenshu.config;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A connection that survives the loss of its line. Before a statement is made on it, it opens anew
 * when the line was cut, or when it has been idle and the server does not answer. So no pool has to
 * be told how to validate, which each server wants to hear in its own way, and a busy pool pays for
 * no validation. Fit for sessions that are all alike and hold nothing, and only while in
 * auto-commit: a transaction that lost its line must fail. Like any connection, used by one thread
 * at a time.
 */
final class LastingConnection implements InvocationHandler {
  private static final Logger LOG = Logger.getLogger(LastingConnection.class.getName());
  private static final int ANSWER_SECONDS = 2;

  /** Opens a session like the one that was lost. */
  @FunctionalInterface
  interface Opener {
    Connection open() throws SQLException;
  }

  private final Opener opener;
  private final long idleNanos;
  private Connection line;
  private long usedNanos = System.nanoTime();
  private boolean closed;

  private LastingConnection(Opener opener, Duration idle) throws SQLException {
    this.opener = opener;
    this.idleNanos = idle.toNanos();
    this.line = opener.open();
  }

  /**
   * Opens a connection.
   *
   * @param idle after how long without use the server is asked whether it still answers
   */
  static Connection open(Opener opener, Duration idle) throws SQLException {
    return (Connection)
        Proxy.newProxyInstance(
            LastingConnection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            new LastingConnection(opener, idle));
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    switch (method.getName()) {
      case "createStatement", "prepareStatement", "getMetaData" -> restore();
      case "getNetworkTimeout", "setNetworkTimeout" -> restore();
      case "close", "abort" -> closed = true;
      case "isClosed" -> {
        return closed;
      }
      case "equals" -> {
        return proxy == arguments[0];
      }
      case "hashCode" -> {
        return System.identityHashCode(proxy);
      }
      default -> {}
    }
    try {
      return method.invoke(line, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    } finally {
      usedNanos = System.nanoTime();
    }
  }

  private void restore() throws SQLException {
    if (!closed && line.getAutoCommit() && isLost()) {
      LOG.log(Level.INFO, "A pooled connection was lost; it is opened anew");
      line.close();
      line = opener.open();
    }
  }

  private boolean isLost() throws SQLException {
    return line.isClosed()
        || (System.nanoTime() - usedNanos > idleNanos && !line.isValid(ANSWER_SECONDS));
  }
}
