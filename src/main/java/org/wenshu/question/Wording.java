package org.wenshu.question;

/** One message to a person, in both languages Wenshu speaks. Never holds hosts, users or traces. */
public record Wording(String chinese, String english) {
  /** The text in the given language. */
  public String in(Language language) {
    return language == Language.CHINESE ? chinese : english;
  }
}
