package org.wenshu.prompt;

import java.util.List;
import java.util.stream.Collectors;
import org.wenshu.knowledge.glossary.Term;
import org.wenshu.question.Language;

/** Tells what words of the trade mean, before the question they stand in. */
final class TermsText {
  private TermsText() {}

  /** The text alone where no term stands in it. */
  static String with(List<Term> terms, Language language, String asked) {
    return terms.isEmpty()
        ? asked
        : Template.TERMS.in(language).fill("terms", lines(terms), "question", asked);
  }

  /** On lines of their own, so that none can pose as something else. */
  private static String lines(List<Term> terms) {
    return terms.stream()
        .map(term -> "- " + oneLine(term.name()) + ": " + oneLine(term.meaning()))
        .collect(Collectors.joining("\n"));
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ");
  }
}
