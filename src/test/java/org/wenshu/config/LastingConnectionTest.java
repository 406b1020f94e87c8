package org.wenshu.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class LastingConnectionTest {
  /** Counts what happens to scripted lines; a line answers until its number is in {@code dead}. */
  private final List<String> log = new ArrayList<>();

  private final List<Integer> dead = new ArrayList<>();
  private int opened;

  private Connection line() {
    int number = ++opened;
    log.add("open " + number);
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              log.add(method.getName() + " " + number);
              return switch (method.getName()) {
                case "getAutoCommit" -> true;
                case "isClosed" -> false;
                case "isValid" -> !dead.contains(number);
                default -> null;
              };
            });
  }

  @Test
  void asksABusyLineNothing() throws SQLException {
    Connection connection = LastingConnection.open(this::line, Duration.ofMinutes(1));
    dead.add(1);
    connection.createStatement();
    assertThat(log).contains("createStatement 1").doesNotContain("isValid 1", "open 2");
  }

  @Test
  void replacesAnIdleLineThatDoesNotAnswer() throws SQLException {
    Connection connection = LastingConnection.open(this::line, Duration.ofNanos(1));
    dead.add(1);
    connection.prepareStatement("SELECT 1");
    assertThat(log).containsSubsequence("isValid 1", "close 1", "open 2", "prepareStatement 2");
  }

  @Test
  void keepsAnIdleLineThatAnswers() throws SQLException {
    Connection connection = LastingConnection.open(this::line, Duration.ofNanos(1));
    connection.createStatement();
    assertThat(log).containsSubsequence("isValid 1", "createStatement 1").doesNotContain("open 2");
  }

  @Test
  void isEqualToItselfOnly() throws SQLException {
    Connection one = LastingConnection.open(this::line, Duration.ofMinutes(1));
    Connection other = LastingConnection.open(this::line, Duration.ofMinutes(1));
    assertThat(List.of(other, one).indexOf(one)).isEqualTo(1);
    assertThat(new HashSet<>(List.of(one, other))).hasSize(2).contains(one);
  }
}
