package org.wenshu.guard;

import java.util.List;
import java.util.stream.Collectors;
import org.wenshu.question.Wording;
import org.wenshu.sql.tree.Name;

/**
 * What a refusal tells the caller. What the database itself would have said is said in its words,
 * in both languages, so that a repair can act on it and hidden things look like missing ones.
 */
final class Wordings {
  static final Wording READ_ONLY = new Wording("只允许执行只读查询", "Only read-only queries may be run");
  static final Wording NAME_COLUMNS =
      new Wording("请列出要读取的列，不要使用 *", "Name the columns to read instead of *");

  private static final int NEAR_LENGTH = 80;

  private Wordings() {}

  static Wording unknownTable(String name) {
    return inBoth("Table '" + name + "' doesn't exist");
  }

  static Wording unknownColumn(List<Name> path, String clause) {
    String name = path.stream().map(Name::text).collect(Collectors.joining("."));
    return inBoth("Unknown column '" + name + "' in '" + clause + "'");
  }

  static Wording masked(String column) {
    return new Wording(
        "列 '" + column + "' 对您已脱敏，只能展示，不能用于筛选、排序、分组、关联或计算",
        "Column '"
            + column
            + "' is masked for you: it may be shown, but not filtered, sorted, grouped, joined or"
            + " computed with");
  }

  static Wording unknownStar(List<Name> qualifier) {
    return inBoth("Unknown table '" + qualifier.get(qualifier.size() - 1).text() + "'");
  }

  static Wording noTables() {
    return inBoth("No tables used");
  }

  static Wording unknownFunction(String name) {
    return inBoth("FUNCTION " + name + " does not exist");
  }

  static Wording syntax(String rest) {
    String line = rest.replaceAll("\\s+", " ");
    String near = line.length() > NEAR_LENGTH ? line.substring(0, NEAR_LENGTH) : line;
    return inBoth("You have an error in your SQL syntax near '" + near + "'");
  }

  private static Wording inBoth(String text) {
    return new Wording(text, text);
  }
}
