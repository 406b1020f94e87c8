package org.wenshu.config;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.wenshu.operations.health.PoolUse;

/**
 * The server's pool of the database being asked, which counts what is in use of it: servers tell
 * that each in its own way, and some not at all. Thread-safe.
 */
final class TargetPool extends DelegatingDataSource {
  private final int max;
  private final LongConsumer waited;
  private final AtomicInteger active = new AtomicInteger();
  private final AtomicInteger waiting = new AtomicInteger();

  /**
   * Counts over that pool.
   *
   * @param max connections the pool was made for
   * @param waited hears how many nanoseconds somebody waited for a connection
   */
  TargetPool(DataSource pool, int max, LongConsumer waited) {
    super(pool);
    this.max = max;
    this.waited = waited;
  }

  /** What is in use now. */
  PoolUse use() {
    return new PoolUse(active.get(), max, waiting.get());
  }

  @Override
  public Connection getConnection() throws SQLException {
    long started = System.nanoTime();
    waiting.incrementAndGet();
    Connection connection;
    try {
      connection = pool().getConnection();
    } finally {
      waiting.decrementAndGet();
      waited.accept(System.nanoTime() - started);
    }
    active.incrementAndGet();
    return (Connection)
        Proxy.newProxyInstance(
            TargetPool.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            new Lent(connection));
  }

  /** A connection until it is given back. */
  private final class Lent implements InvocationHandler {
    private final Connection connection;
    private final AtomicBoolean returned = new AtomicBoolean();

    Lent(Connection connection) {
      this.connection = connection;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
      if (method.getName().equals("equals")) {
        return proxy == arguments[0];
      }
      try {
        return method.invoke(connection, arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      } finally {
        boolean over = method.getName().equals("close") || method.getName().equals("abort");
        if (over && returned.compareAndSet(false, true)) {
          active.decrementAndGet();
        }
      }
    }
  }
}
