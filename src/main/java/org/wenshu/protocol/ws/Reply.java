package org.wenshu.protocol.ws;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.wenshu.protocol.frames.FrameChannel;
import org.wenshu.protocol.frames.FrameSender;
import org.wenshu.protocol.frames.Outgoing;

/** The frames of one answer, in order. Confined to the thread that answers; never blocks. */
final class Reply {
  private final FrameSender sender;
  private final ChunkStream chunks;
  private final FrameLog log;
  private final WsConfig config;

  Reply(FrameSender sender, StreamMode mode, FrameLog log, WsConfig config) {
    this.sender = sender;
    this.chunks = ChunkStream.of(mode);
    this.log = log;
    this.config = config;
  }

  FrameLog log() {
    return log;
  }

  /** A frame of the catalogue. */
  void status(String text) {
    sender.send(new Line(text, () -> log.status(text)));
  }

  /** A piece of generated text; merged with the next while it waits for a slow client. */
  void chunk(String piece) {
    sender.send(new Pieces(piece));
  }

  /** What is still held back of the generated text. */
  void endOfChunks() {
    sender.send(new LastPieces());
  }

  /** The result message. */
  void result(String json) {
    sender.send(new Line(json, () -> log.result(json)));
  }

  /** The terminator. */
  void terminator(String remark) {
    sender.send(new Line(Frames.FLAG_DONE, () -> log.terminator(remark)));
  }

  /** Runs the action when everything before has been sent. */
  void afterwards(Runnable action) {
    sender.send(new Action(action));
  }

  private void write(FrameChannel channel, List<String> frames) throws IOException {
    for (String frame : frames) {
      log.chunk(frame);
      channel.text(frame);
    }
  }

  private record Line(String text, Runnable logging) implements Outgoing {
    @Override
    public int length() {
      return text.length();
    }

    @Override
    public void writeTo(FrameChannel channel) throws IOException {
      logging.run();
      channel.text(text);
    }
  }

  private record Action(Runnable action) implements Outgoing {
    @Override
    public int length() {
      return 0;
    }

    @Override
    public void writeTo(FrameChannel channel) {
      action.run();
    }
  }

  private final class Pieces implements Outgoing {
    private final StringBuilder text;

    Pieces(String piece) {
      this.text = new StringBuilder(piece);
    }

    @Override
    public boolean absorb(Outgoing next) {
      if (!config.pacing().isZero() || !(next instanceof Pieces pieces)) {
        return false;
      }
      text.append(pieces.text);
      return true;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public int mostChars() {
      return chunks.held() + text.length();
    }

    @Override
    public Duration patience() {
      return config.coalesce();
    }

    @Override
    public Duration pause() {
      return config.pacing();
    }

    @Override
    public void writeTo(FrameChannel channel) throws IOException {
      write(channel, chunks.accept(text.toString()));
    }
  }

  private final class LastPieces implements Outgoing {
    @Override
    public int length() {
      return 0;
    }

    @Override
    public int mostChars() {
      return chunks.held();
    }

    @Override
    public void writeTo(FrameChannel channel) throws IOException {
      write(channel, chunks.end());
    }
  }
}
