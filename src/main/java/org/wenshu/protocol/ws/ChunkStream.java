package org.wenshu.protocol.ws;

import java.util.List;

/** Turns the pieces of a model's text into chunk frames. One for each answer; not thread-safe. */
sealed interface ChunkStream {
  /** The frames to be sent for the next piece. */
  List<String> accept(String piece);

  /** The frames to be sent when the text has ended. */
  List<String> end();

  /** How many characters of earlier pieces the next frames may hold. */
  int held();

  static ChunkStream of(StreamMode mode) {
    return switch (mode) {
      case DELTA -> new Delta();
      case CUMULATIVE -> new Cumulative();
      case NONE -> new None();
    };
  }

  /** Each frame holds what is new. */
  final class Delta implements ChunkStream {
    private final FrameHygiene hygiene = new FrameHygiene();

    @Override
    public List<String> accept(String piece) {
      return hygiene.accept(piece);
    }

    @Override
    public List<String> end() {
      return hygiene.end();
    }

    @Override
    public int held() {
      return hygiene.held();
    }
  }

  /** Each frame holds the whole text so far. */
  final class Cumulative implements ChunkStream {
    private final StringBuilder text = new StringBuilder();

    @Override
    public List<String> accept(String piece) {
      text.append(piece);
      boolean pairIsSplit = Character.isHighSurrogate(text.charAt(text.length() - 1));
      String frame = text.substring(0, text.length() - (pairIsSplit ? 1 : 0));
      boolean sendable = !Blanks.isBlank(frame) && !ControlWords.isTerminator(frame);
      return sendable ? List.of(frame) : List.of();
    }

    @Override
    public List<String> end() {
      return List.of();
    }

    @Override
    public int held() {
      return text.length();
    }
  }

  /** No frames. */
  final class None implements ChunkStream {
    @Override
    public List<String> accept(String piece) {
      return List.of();
    }

    @Override
    public List<String> end() {
      return List.of();
    }

    @Override
    public int held() {
      return 0;
    }
  }
}
