package org.wenshu.values;

/**
 * A field of a dictionary that a predicate may be about.
 *
 * @param sql how the statement names it, qualified as the predicate was
 * @param own whether it is the field the predicate names
 * @param column its stored values
 */
record LinkField(String sql, boolean own, KnownColumn column) {}
