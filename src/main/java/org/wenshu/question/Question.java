package org.wenshu.question;

import java.util.List;

/**
 * A natural-language question, trimmed, never blank.
 *
 * @param id names the question in logs
 * @param text what the person asked
 * @param language the language of the text, in which messages about it are worded
 * @param earlier what it may refer to: earlier questions of the same conversation, newest first;
 *     empty outside conversations
 */
public record Question(QuestionId id, String text, Language language, List<EarlierTurn> earlier) {
  /** Rejects a blank text; dialects answer blank input before they make a question of it. */
  public Question {
    if (text.isBlank()) {
      throw new IllegalArgumentException("A question must not be blank");
    }
    earlier = List.copyOf(earlier);
  }

  /** A question with a fresh id, in the language its own characters show. */
  public static Question of(String text) {
    return of(text, List.of());
  }

  /** The same question in other words, with what it may refer to in these words. */
  public Question inOtherWords(String words, List<EarlierTurn> referred) {
    return new Question(id, words, language, referred);
  }

  /** A question in a conversation, with a fresh id; earlier turns newest first. */
  public static Question of(String text, List<EarlierTurn> earlier) {
    return new Question(QuestionId.random(), text.strip(), Language.of(text), earlier);
  }
}
