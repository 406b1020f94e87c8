package org.wenshu.explanation;

import org.wenshu.question.Language;

/** Everything that puts one statement into words of one language. Confined to one statement. */
final class Speech {
  final Words words;
  final Moments moments;
  final Terms terms;
  final Predicates predicates;
  final Nouns nouns;
  final Briefs briefs;

  Speech(Language language) {
    this.words = new Words(language);
    this.moments = new Moments(words);
    this.terms = new Terms(this);
    this.predicates = new Predicates(this);
    this.nouns = new Nouns(this);
    this.briefs = new Briefs(this);
  }
}
