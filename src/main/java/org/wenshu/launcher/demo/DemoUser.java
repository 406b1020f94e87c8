package org.wenshu.launcher.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A customer; ids run from 1 in list order.
 *
 * @param orders how many orders the customer places
 * @param taste 0 buys cheap things, 2 dear ones, 1 anything
 */
record DemoUser(
    int id, String name, String email, LocalDateTime registered, int age, int orders, int taste) {
  private static final int USERS = 900;
  private static final int OLDEST_DAYS = 720;
  private static final LocalDate BUSY_MONTH = LocalDate.of(2024, 3, 1);
  private static final List<String> MAIL =
      List.of("gmail.com", "qq.com", "qq.com", "163.com", "163.com", "outlook.com");
  private static final List<DemoName> WELL_KNOWN =
      List.of(
          new DemoName("张三", "zhangsan"),
          new DemoName("李四", "lisi"),
          new DemoName("王五", "wangwu"),
          new DemoName("李张扬", "lizhangyang"),
          new DemoName("欧阳张弛", "ouyangzhangchi"),
          new DemoName("赵六", "zhaoliu"));

  static List<DemoUser> draw(DemoClock clock, Random random) {
    List<DemoUser> users = new ArrayList<>();
    DemoNames names = new DemoNames(random);
    for (int id = 1; id <= USERS; id++) {
      DemoName name = id <= WELL_KNOWN.size() ? WELL_KNOWN.get(id - 1) : names.next();
      users.add(one(id, name, clock, random));
    }
    return users;
  }

  private static DemoUser one(int id, DemoName name, DemoClock clock, Random random) {
    LocalDateTime registered = registered(id, clock, random);
    int age = (int) ChronoUnit.DAYS.between(registered.toLocalDate(), clock.today());
    return new DemoUser(
        id,
        name.characters(),
        email(id, name, random),
        registered,
        Math.min(age, OLDEST_DAYS),
        age == 0 ? 0 : orders(id, random),
        random.nextInt(3));
  }

  /** One in ten in March 2024, a few in these days, the rest spread over two years. */
  private static LocalDateTime registered(int id, DemoClock clock, Random random) {
    if (id % 10 == 1) {
      return clock.on(BUSY_MONTH.plusDays(random.nextInt(31)), random);
    }
    int days = id % 45 == 20 ? random.nextInt(7) : 1 + random.nextInt(OLDEST_DAYS - 1);
    return clock.daysAgo(id == 20 ? 0 : days, random);
  }

  private static String email(int id, DemoName name, Random random) {
    String host = id == 1 ? MAIL.get(0) : MAIL.get(random.nextInt(MAIL.size()));
    if (id % 150 == 0) {
      // Looks like the wanted provider to a careless pattern.
      return "gmail.fan%d@163.com".formatted(id);
    }
    return "%s%d@%s".formatted(name.latin(), id, host);
  }

  private static int orders(int id, Random random) {
    int kind = random.nextInt(100);
    double share = random.nextDouble();
    if (id == 1) {
      return 12;
    }
    if (kind < 15) {
      return 0;
    }
    return kind < 35 ? 1 : 2 + (int) (50 * share * share);
  }
}
