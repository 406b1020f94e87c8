package org.wenshu.execution;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** Finds out whether the account Wenshu asks with could do more than read. */
public final class TargetPrivileges {
  private static final Pattern GRANT = Pattern.compile("(?i)GRANT (.+?) ON (.+?) TO .*");
  private static final Pattern COLUMNS = Pattern.compile("\\([^)]*\\)");
  private static final Pattern ROLE = Pattern.compile("(?i)GRANT (.+?) TO .*");
  private static final Pattern HAND_ON = Pattern.compile("(?i) WITH (?:[A-Z_0-9 ]+ )?GRANT OPTION");
  private static final Set<String> HARMLESS =
      Set.of(
          "USAGE",
          "SELECT",
          "SHOW VIEW",
          "SHOW DATABASES",
          "PROCESS",
          "REFERENCES",
          "REPLICATION CLIENT",
          "BINLOG MONITOR",
          "SLAVE MONITOR");

  private TargetPrivileges() {}

  /** What the account may do beyond reading, such as {@code INSERT ON `shop`.*}. */
  public static List<String> beyondReading(DataSource target) throws SQLException {
    List<String> beyond = new ArrayList<>();
    try (Connection connection = target.getConnection();
        Statement statement = connection.createStatement();
        ResultSet grants = statement.executeQuery("SHOW GRANTS")) {
      while (grants.next()) {
        beyond.addAll(beyondReading(grants.getString(1)));
      }
    }
    return beyond;
  }

  static List<String> beyondReading(String grant) {
    Matcher matcher = GRANT.matcher(grant);
    if (!matcher.matches()) {
      Matcher role = ROLE.matcher(grant);
      return role.matches() ? List.of("the role " + role.group(1)) : List.of();
    }
    List<String> beyond = new ArrayList<>();
    for (String listed : COLUMNS.matcher(matcher.group(1)).replaceAll("").split(",", -1)) {
      String privilege = listed.strip().toUpperCase(Locale.ROOT);
      if (!HARMLESS.contains(privilege)) {
        beyond.add(privilege + " ON " + matcher.group(2));
      }
    }
    if (HAND_ON.matcher(grant).find()) {
      beyond.add("GRANT OPTION ON " + matcher.group(2));
    }
    return beyond;
  }
}
