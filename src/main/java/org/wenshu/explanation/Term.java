package org.wenshu.explanation;

/**
 * What a value is called.
 *
 * @param qualifier what it belongs to, where that is not plain; may be empty
 * @param text its name
 * @param kind how it is compared and sorted
 */
record Term(String qualifier, String text, Kind kind) {
  /** How a value is compared and sorted. */
  enum Kind {
    /** Something counted: more or fewer. */
    NUMBER,
    /** Something measured: higher or lower. */
    MEASURE,
    /** Something on the calendar: earlier or later. */
    MOMENT,
    /** Anything else. */
    OTHER
  }

  static Term of(String text, Kind kind) {
    return new Term("", text, kind);
  }

  String in(Words words) {
    return words.qualified(qualifier, text);
  }
}
