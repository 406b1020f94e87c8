package org.wenshu.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.wenshu.question.Wording;

/** Speaks to the person at the terminal, in Chinese and English, whatever the server logs. */
final class Terminal {
  private final PrintStream out;

  private Terminal(PrintStream out) {
    this.out = out;
  }

  /**
   * Writes UTF-8 even where the locale says otherwise: terminals show it, question marks help no
   * one.
   */
  static Terminal standard() {
    return new Terminal(
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
  }

  /** Something begins. */
  void step(Wording wording) {
    out.printf("· %s  %s%n", wording.chinese(), wording.english());
  }

  /** The run cannot go on. */
  void failure(Wording wording) {
    out.printf("%n✗ %s%n  %s%n", wording.chinese(), wording.english());
  }

  /** The whole text as it stands. */
  void say(String text) {
    out.println(text);
  }
}
