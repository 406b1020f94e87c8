package org.wenshu.explanation;

import java.util.regex.Pattern;

/** Tells columns of which there is more or less from those that are higher or lower. */
final class Counted {
  private static final Pattern COUNTED =
      Pattern.compile(
          "count|quantity|qty|stock|points|hours|volume|number of|数量|库存|积分|工时|人数|次数|件数|成交量");

  private Counted() {}

  static boolean isCounted(String names) {
    return COUNTED.matcher(names).find();
  }
}
