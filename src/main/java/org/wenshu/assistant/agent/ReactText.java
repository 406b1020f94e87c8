package org.wenshu.assistant.agent;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads one step of a model while it writes: thoughts and the answer are handed on as they come,
 * the action is kept. Text before the first heading is held back; without any heading it is the
 * answer. Confined to one thread.
 */
final class ReactText implements Consumer<String> {
  /** The parts of a step, with the headings that begin them. */
  private enum Part {
    THOUGHT("thought:"),
    ACTION("action:"),
    ARGUMENTS("args:"),
    ANSWER("final answer:"),
    OBSERVATION("observation:"),
    UNNAMED("");

    private final String heading;

    Part(String heading) {
      this.heading = heading;
    }

    private static Optional<Part> of(String head) {
      for (Part part : values()) {
        if (part != UNNAMED && part.heading.equals(head)) {
          return Optional.of(part);
        }
      }
      return Optional.empty();
    }

    private static boolean mayBegin(String head) {
      for (Part part : values()) {
        if (part.heading.startsWith(head)) {
          return true;
        }
      }
      return false;
    }
  }

  private final AgentListener listener;
  private final Map<Part, StringBuilder> texts = new EnumMap<>(Part.class);
  private final StringBuilder head = new StringBuilder();
  private final StringBuilder held = new StringBuilder();
  private final StringBuilder ready = new StringBuilder();
  private Part part = Part.UNNAMED;
  private boolean atLineStart = true;
  private boolean afterHeading;

  ReactText(AgentListener listener) {
    this.listener = listener;
    for (Part one : Part.values()) {
      texts.put(one, new StringBuilder());
    }
  }

  @Override
  public void accept(String piece) {
    for (int i = 0; i < piece.length(); i++) {
      take(piece.charAt(i));
    }
    handOn();
  }

  /** The model has ended. */
  void end() {
    if (!head.isEmpty()) {
      endHead();
    }
    handOn();
    if (part == Part.THOUGHT) {
      listener.endOfThought();
    }
    if (text(Part.ANSWER).isEmpty() && action().isEmpty() && !text(Part.UNNAMED).isEmpty()) {
      texts.get(Part.ANSWER).append(text(Part.UNNAMED));
      listener.answer(text(Part.UNNAMED));
    }
  }

  /** The tool that is to be used; empty when there is none. */
  String action() {
    return text(Part.ACTION).lines().findFirst().orElse("").strip();
  }

  /** Its arguments as written. */
  String arguments() {
    return text(Part.ARGUMENTS);
  }

  /** The thought. */
  String thought() {
    return text(Part.THOUGHT);
  }

  /** The answer; empty when there is none yet. */
  String answer() {
    return text(Part.ANSWER);
  }

  private String text(Part of) {
    return texts.get(of).toString().strip();
  }

  private void take(char c) {
    if (c == '\n') {
      if (!head.isEmpty()) {
        endHead();
      }
      held.append(c);
      atLineStart = true;
    } else if (atLineStart) {
      takeAtLineStart(c);
    } else {
      write(c);
    }
  }

  private void takeAtLineStart(char c) {
    head.append(c);
    String begun = head.toString().strip().toLowerCase(Locale.ROOT).replaceAll("^\\*+", "");
    Optional<Part> next = Part.of(begun);
    if (next.isPresent()) {
      head.setLength(0);
      held.setLength(0);
      turnTo(next.get());
    } else if (!Part.mayBegin(begun)) {
      endHead();
    }
  }

  /** What looked like a heading is none. */
  private void endHead() {
    String text = head.toString();
    head.setLength(0);
    atLineStart = false;
    for (int i = 0; i < text.length(); i++) {
      write(text.charAt(i));
    }
  }

  private void turnTo(Part next) {
    handOn();
    if (part == Part.THOUGHT && next != Part.THOUGHT) {
      listener.endOfThought();
    }
    part = next;
    atLineStart = false;
    afterHeading = true;
  }

  private void write(char c) {
    if (afterHeading && Character.isWhitespace(c)) {
      return;
    }
    afterHeading = false;
    ready.append(held).append(c);
    held.setLength(0);
  }

  private void handOn() {
    if (ready.isEmpty()) {
      return;
    }
    String text = ready.toString();
    ready.setLength(0);
    texts.get(part).append(text);
    if (part == Part.THOUGHT) {
      listener.thought(text);
    } else if (part == Part.ANSWER) {
      listener.answer(text);
    }
  }
}
