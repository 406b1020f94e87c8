package org.wenshu.launcher.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Writes the company behind the shop: departments, people, projects and the hours spent on them.
 */
final class DemoCompany {
  private static final int EMPLOYEES = 260;
  private static final int MONTHS = 12;
  private static final List<String> TITLES = List.of("专员", "工程师", "高级工程师", "主管", "经理");

  private final DemoClock clock;
  private final Random random;
  private final List<List<String>> departments = DemoLines.read("departments");

  DemoCompany(DemoClock clock, Random random) {
    this.clock = clock;
    this.random = random;
  }

  private record Employee(int id, int department, String office) {}

  int load(Connection connection) throws SQLException {
    int rows = loadDepartments(connection);
    List<Employee> employees = new ArrayList<>();
    rows += loadEmployees(connection, employees);
    rows += loadProjects(connection);
    return rows + loadHours(connection, employees);
  }

  private int loadDepartments(Connection connection) throws SQLException {
    try (BatchInsert insert =
        new BatchInsert(connection, "departments", List.of("id", "name", "location", "budget"))) {
      for (int i = 0; i < departments.size(); i++) {
        insert.add(
            i + 1, departments.get(i).get(0), departments.get(i).get(1), thousands(2_000, 30_000));
      }
      return insert.finish();
    }
  }

  private int loadEmployees(Connection connection, List<Employee> employees) throws SQLException {
    DemoNames names = new DemoNames(random);
    try (BatchInsert insert =
        new BatchInsert(
            connection,
            "employees",
            List.of("id", "department_id", "name", "title", "salary", "hire_date", "status"))) {
      for (int id = 1; id <= EMPLOYEES; id++) {
        double share = random.nextDouble();
        int department = (int) (departments.size() * share * share);
        int rank = random.nextInt(TITLES.size());
        employees.add(new Employee(id, department, pick(list(department, 2))));
        insert.add(
            id,
            department + 1,
            names.next().characters(),
            TITLES.get(rank),
            BigDecimal.valueOf(6_000 + 5_000L * rank + 100L * random.nextInt(60)),
            clock.today().minusDays(30 + random.nextInt(3_000)),
            employment());
      }
      return insert.finish();
    }
  }

  private int loadProjects(Connection connection) throws SQLException {
    int id = 0;
    try (BatchInsert insert =
        new BatchInsert(
            connection,
            "projects",
            List.of("id", "name", "department_id", "budget", "status", "start_date", "end_date"))) {
      for (int department = 0; department < departments.size(); department++) {
        for (String name : list(department, 3)) {
          id++;
          LocalDate start = clock.today().minusDays(400 + random.nextInt(500));
          // Every fifth has not begun, two of five have ended.
          String status =
              List.of("running", "finished", "planned", "running", "finished").get(id % 5);
          insert.add(
              id,
              name,
              department + 1,
              thousands(100, 5_000),
              status,
              "planned".equals(status) ? clock.today().plusDays(10 + random.nextInt(90)) : start,
              "finished".equals(status) ? start.plusDays(100 + random.nextInt(250)) : null);
        }
      }
      return insert.finish();
    }
  }

  private int loadHours(Connection connection, List<Employee> employees) throws SQLException {
    LocalDate thisMonth = clock.today().withDayOfMonth(1);
    try (BatchInsert insert =
        new BatchInsert(
            connection,
            "project_hours",
            List.of(
                "EMPLOYEE_ID",
                "DEPT",
                "DEPARTMENT_NAME",
                "PROJECT_NAME",
                "WORK_MONTH",
                "MONTHHOURS"))) {
      for (int month = MONTHS - 1; month >= 0; month--) {
        for (Employee employee : employees) {
          addHours(insert, employee, thisMonth.minusMonths(month));
        }
      }
      return insert.finish();
    }
  }

  private void addHours(BatchInsert insert, Employee employee, LocalDate month)
      throws SQLException {
    List<String> projects = list(employee.department(), 3);
    int first = random.nextInt(projects.size());
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      insert.add(
          employee.id(),
          departments.get(employee.department()).get(0),
          employee.office(),
          projects.get((first + i) % projects.size()),
          month,
          BigDecimal.valueOf(8L + random.nextInt(160 / count))
              .setScale(1, RoundingMode.UNNECESSARY));
    }
  }

  private String employment() {
    int kind = random.nextInt(100);
    if (kind < 88) {
      return "employed";
    }
    return kind < 93 ? "leave" : "resigned";
  }

  private BigDecimal thousands(int least, int most) {
    return BigDecimal.valueOf(1_000L * (least + random.nextInt(most - least)));
  }

  private List<String> list(int department, int field) {
    return DemoLines.words(departments.get(department).get(field));
  }

  private String pick(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }
}
