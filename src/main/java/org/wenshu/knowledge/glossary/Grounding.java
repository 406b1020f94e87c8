package org.wenshu.knowledge.glossary;

import java.util.List;

/**
 * A text in the words of the schema.
 *
 * @param text where no term stood in it, as it was
 * @param terms those that stood in it, in their order
 */
public record Grounding(String text, List<Term> terms) {
  /** Copies the list. */
  public Grounding {
    terms = List.copyOf(terms);
  }
}
