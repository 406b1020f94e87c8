package org.wenshu.question;

/**
 * A natural-language question, trimmed, never blank.
 *
 * @param id names the question in logs
 * @param text what the person asked
 * @param language the language of the text, in which messages about it are worded
 */
public record Question(QuestionId id, String text, Language language) {
  /** Rejects a blank text; dialects answer blank input before they make a question of it. */
  public Question {
    if (text.isBlank()) {
      throw new IllegalArgumentException("A question must not be blank");
    }
  }

  /** A question with a fresh id, in the language its own characters show. */
  public static Question of(String text) {
    return new Question(QuestionId.random(), text.strip(), Language.of(text));
  }
}
