package org.wenshu.suggestion;

import java.util.List;

/** How questions are worded in one language. Implementations are stateless. */
interface Phrasing {
  /** Whole questions about a table, opened with these words where they list or count. */
  List<Candidate> questions(Topic topic, Opening opening);

  /** The same questions with other beginnings, for those who begin so. */
  List<Candidate> otherwise(Topic topic);

  /** What may follow after the table was named, blanks included. */
  List<Candidate> endings(Topic topic, Opening opening);

  /** The opening of a text begun. */
  Opening opening(String partial);

  /**
   * How a question begins.
   *
   * @param list the words that ask for rows
   * @param count the words that ask for numbers
   * @param mode what the text begun asks for
   */
  record Opening(String list, String count, Mode mode) {}

  /** What a text begun asks for. */
  enum Mode {
    ROWS,
    NUMBERS,
    WHICH
  }
}
