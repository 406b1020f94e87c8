package org.wenshu.launcher.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Writes the customers and, for most of them, a profile. */
final class DemoUsers {
  private static final List<String> CITIES =
      List.of("北京", "上海", "广州", "深圳", "杭州", "南京", "成都", "武汉", "西安", "重庆");
  private static final List<String> GENDERS =
      List.of("male", "female", "male", "female", "unknown");
  private static final List<String> LEVELS =
      List.of("bronze", "bronze", "bronze", "silver", "silver", "gold");

  private final List<DemoUser> users;
  private final DemoClock clock;
  private final Random random;

  DemoUsers(List<DemoUser> users, DemoClock clock, Random random) {
    this.users = users;
    this.clock = clock;
    this.random = random;
  }

  int load(Connection connection) throws SQLException {
    return loadUsers(connection) + loadProfiles(connection);
  }

  private int loadUsers(Connection connection) throws SQLException {
    try (BatchInsert insert =
        new BatchInsert(
            connection, "users", List.of("id", "name", "email", "phone", "status", "created_at"))) {
      for (DemoUser user : users) {
        insert.add(
            user.id(), user.name(), user.email(), phone(user), status(user), user.registered());
      }
      return insert.finish();
    }
  }

  /** Numbers of a range that no network gives out; some customers left theirs out. */
  private String phone(DemoUser user) {
    return random.nextInt(12) == 0 ? null : "100%08d".formatted(user.id() * 7919L);
  }

  private String status(DemoUser user) {
    int kind = random.nextInt(100);
    if (user.id() == 1 || kind < 75) {
      return "active";
    }
    return kind < 92 ? "inactive" : "suspended";
  }

  private int loadProfiles(Connection connection) throws SQLException {
    try (BatchInsert insert =
        new BatchInsert(
            connection,
            "user_profiles",
            List.of("user_id", "gender", "birthday", "city", "level", "points"))) {
      for (DemoUser user : users) {
        if (random.nextInt(12) > 0) {
          insert.add(
              user.id(),
              pick(GENDERS),
              random.nextInt(15) == 0 ? null : birthday(),
              pick(CITIES),
              pick(LEVELS),
              random.nextInt(20_000));
        }
      }
      return insert.finish();
    }
  }

  private LocalDate birthday() {
    return clock.today().minusYears(18).minusDays(random.nextInt(45 * 365));
  }

  private String pick(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }
}
