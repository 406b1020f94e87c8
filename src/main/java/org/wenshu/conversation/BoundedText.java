package org.wenshu.conversation;

/** Keeps texts within the columns that hold them. */
public final class BoundedText {
  private BoundedText() {}

  /** The first so many characters; never one half of a character that takes two. */
  public static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
    return text.substring(0, end);
  }
}
