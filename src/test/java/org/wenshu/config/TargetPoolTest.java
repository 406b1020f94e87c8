package org.wenshu.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.wenshu.TestingDatabase;
import org.wenshu.execution.DatabaseProbe;
import org.wenshu.operations.health.PoolUse;

class TargetPoolTest {
  private final AtomicInteger waits = new AtomicInteger();
  private final TargetPool pool = new TargetPool(source(), 36, nanos -> waits.incrementAndGet());

  private static TargetDataSource source() {
    return new TestingTargetDataSource(TestingDatabase.demoUrl(), Map.of());
  }

  @Test
  void countsConnectionsUntilTheyAreGivenBack() throws SQLException {
    Connection first = pool.getConnection();
    try (Connection second = pool.getConnection()) {
      assertThat(pool.use()).isEqualTo(new PoolUse(2, 36, 0));
      assertThat(new HashSet<>(List.of(first, second))).hasSize(2).contains(first);
    }
    assertThat(pool.use()).isEqualTo(new PoolUse(1, 36, 0));
    first.close();
    first.close();

    assertThat(pool.use()).isEqualTo(new PoolUse(0, 36, 0));
    assertThat(waits).hasValue(2);
  }

  @Test
  void passesOnWhatTheDatabaseSays() throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.executeQuery("SELECT nonsense"))
          .isInstanceOf(SQLException.class);
    }
    assertThat(pool.use().active()).isZero();
  }

  @Test
  void countsNothingThatNeverOpened() {
    TargetPool unreachable =
        new TargetPool(
            new TargetDataSource() {
              private static final long serialVersionUID = 1L;

              @Override
              public Connection getConnection() throws SQLException {
                throw new SQLException("unreachable");
              }
            },
            36,
            nanos -> {});

    assertThatThrownBy(unreachable::getConnection).isInstanceOf(SQLException.class);
    assertThat(unreachable.use()).isEqualTo(new PoolUse(0, 36, 0));
    assertThat(new DatabaseProbe(unreachable).answers()).isFalse();
  }

  @Test
  void letsTheDatabaseBeAskedWhetherItAnswers() {
    assertThat(new DatabaseProbe(pool).answers()).isTrue();
    assertThat(pool.use().active()).isZero();
  }
}
