package org.wenshu.explanation;

/**
 * A predicate in words.
 *
 * @param plain by itself, such as "status is active"
 * @param relative behind a noun in English, such as "whose status is active"; in Chinese the same
 *     as plain
 */
record Clause(String plain, String relative) {
  static Clause whose(String plain, Words words) {
    return new Clause(plain, words.isChinese() ? plain : "whose " + plain);
  }

  static Clause where(String plain, Words words) {
    return new Clause(plain, words.isChinese() ? plain : "where " + plain);
  }
}
