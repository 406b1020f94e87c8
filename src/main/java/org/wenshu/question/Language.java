package org.wenshu.question;

/** The language a person asks in, and in which messages to that person are worded. */
public enum Language {
  CHINESE,
  ENGLISH;

  /** Chinese as soon as one Han character occurs, else English. */
  public static Language of(String text) {
    boolean han =
        text.codePoints()
            .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    return han ? CHINESE : ENGLISH;
  }
}
