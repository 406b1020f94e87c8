package org.wenshu.protocol.json;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes column labels usable as member names. */
public final class ColumnLabels {
  private ColumnLabels() {}

  /** The labels; a repeated one gets {@code _2}, {@code _3} and so on, skipping labels in use. */
  public static List<String> distinct(List<String> labels) {
    Set<String> given = new HashSet<>(labels);
    if (given.size() == labels.size()) {
      return labels;
    }
    Set<String> used = new HashSet<>();
    List<String> distinct = new ArrayList<>(labels.size());
    for (String label : labels) {
      String name = label;
      for (int n = 2; !used.add(name); n++) {
        name = given.contains(label + "_" + n) ? label : label + "_" + n;
      }
      distinct.add(name);
    }
    return distinct;
  }
}
