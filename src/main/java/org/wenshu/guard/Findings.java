package org.wenshu.guard;

import java.util.Optional;
import org.wenshu.question.Wording;

/** The first rule that a statement was found to break. Confined to one judgement. */
final class Findings {
  private Judgement.Refused first;

  /** Refuses for a rule whose breach means that the statement is no plain read. */
  void refuse(GuardRule rule, int position) {
    refuse(rule, position, Wordings.READ_ONLY);
  }

  void refuse(GuardRule rule, int position, Wording wording) {
    if (first == null) {
      first = new Judgement.Refused(rule.id(), position, wording, rule.explain(position));
    }
  }

  Optional<Judgement.Refused> refusal() {
    return Optional.ofNullable(first);
  }
}
