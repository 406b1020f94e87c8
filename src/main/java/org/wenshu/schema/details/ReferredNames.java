package org.wenshu.schema.details;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wenshu.schema.Column;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.schema.Table;

/**
 * Guesses the table a column like {@code user_id} refers to. A name that could mean two tables
 * means none. Immutable.
 */
final class ReferredNames {
  private static final Pattern REFERENCE = Pattern.compile("(.+?)(?:_(?i:id)|(?<=\\p{Ll})I[dD])");
  private static final Pattern PREFIX = Pattern.compile("^(?:t|tb|tbl)_");
  private static final String PARENT = "parent";

  /** Empty where several tables go by the name. */
  private final Map<String, Optional<Table>> byName = new HashMap<>();

  ReferredNames(SchemaSnapshot visible) {
    for (Table table : visible.tables().values()) {
      if (!table.view()) {
        String name = PREFIX.matcher(table.name().toLowerCase(Locale.ROOT)).replaceFirst("");
        singular(name).forEach(form -> add(form, table));
      }
    }
  }

  /** The table the column may refer to. */
  Optional<Table> tableOf(Table owner, Column column) {
    Matcher matcher = REFERENCE.matcher(column.name());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String stem = matcher.group(1).replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", "_");
    String name = stem.toLowerCase(Locale.ROOT);
    if (name.equals(PARENT)) {
      return Optional.of(owner);
    }
    return byName
        .getOrDefault(name, byName.getOrDefault(lastWord(name), Optional.empty()))
        .filter(table -> !table.equals(owner) || !isKey(owner, column));
  }

  private static boolean isKey(Table owner, Column column) {
    return owner.primaryKey().stream().anyMatch(column.name()::equalsIgnoreCase);
  }

  private void add(String form, Table table) {
    Optional<Table> before = byName.putIfAbsent(form, Optional.of(table));
    if (before != null && before.filter(table::equals).isEmpty()) {
      byName.put(form, Optional.empty());
    }
  }

  private static List<String> singular(String name) {
    if (name.endsWith("ies")) {
      return List.of(name, name.substring(0, name.length() - 3) + "y");
    }
    if (name.matches(".*(s|x|z|ch|sh)es")) {
      return List.of(name, name.substring(0, name.length() - 2), withoutLast(name));
    }
    return name.endsWith("s") ? List.of(name, withoutLast(name)) : List.of(name);
  }

  private static String withoutLast(String name) {
    return name.substring(0, name.length() - 1);
  }

  private static String lastWord(String name) {
    return name.substring(name.lastIndexOf('_') + 1);
  }
}
