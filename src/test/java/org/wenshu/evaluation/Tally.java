package org.wenshu.evaluation;

import java.util.List;
import java.util.Locale;

/**
 * How a set of questions fared.
 *
 * @param questions all whose gold statement runs
 * @param answered those that were given rows, or rightly none
 * @param right those whose rows were right
 * @param wrong answered, but not rightly
 * @param failed whose SQL did not run
 * @param abstained without SQL
 */
record Tally(int questions, int answered, int right, int wrong, int failed, int abstained) {

  static Tally of(List<Scored> scored) {
    int right = count(scored, Verdict.RIGHT);
    int wrong = count(scored, Verdict.WRONG);
    int failed = count(scored, Verdict.FAILED);
    int abstained = count(scored, Verdict.ABSTAINED);
    int answered = right + wrong;
    return new Tally(answered + failed + abstained, answered, right, wrong, failed, abstained);
  }

  private static int count(List<Scored> scored, Verdict verdict) {
    return (int) scored.stream().filter(s -> s.verdict() == verdict).count();
  }

  /** Share of all questions that were answered rightly: the execution accuracy. */
  double accuracy() {
    return share(right, questions);
  }

  /** Share of the answers that are right. */
  double precision() {
    return share(right, answered);
  }

  private static double share(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
