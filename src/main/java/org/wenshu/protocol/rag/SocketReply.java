package org.wenshu.protocol.rag;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.function.Consumer;
import org.wenshu.protocol.frames.FrameChannel;
import org.wenshu.protocol.frames.FrameSender;
import org.wenshu.protocol.frames.Outgoing;
import org.wenshu.protocol.rag.method.RagCall;
import org.wenshu.protocol.rag.method.RagReply;
import org.wenshu.protocol.rag.wire.EnvelopeWriter;
import org.wenshu.protocol.rag.wire.RagError;
import org.wenshu.question.Language;

/**
 * The answer to one request, as one text message. The request counts as answered once the message
 * has been written: so no more than a connection's share of answers ever waits for a slow client.
 */
final class SocketReply implements RagReply {
  private final String id;
  private final FrameSender sender;
  private final Consumer<RagCall> whenSent;
  private volatile RagCall call;

  SocketReply(String id, FrameSender sender, Consumer<RagCall> whenSent) {
    this.id = id;
    this.sender = sender;
    this.whenSent = whenSent;
  }

  /** Names the call that this is the answer to; before it can be answered. */
  void to(RagCall answered) {
    call = answered;
  }

  @Override
  public void success(ObjectNode result) {
    send(EnvelopeWriter.success(id, result));
  }

  @Override
  public void failure(RagError error, Language language, boolean administrator) {
    send(EnvelopeWriter.failure(id, error.toJson(language, administrator)));
  }

  @Override
  public void abandoned() {
    whenSent.accept(call);
  }

  private void send(String text) {
    sender.send(new Answer(text));
  }

  private final class Answer implements Outgoing {
    private final String text;

    Answer(String text) {
      this.text = text;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public void writeTo(FrameChannel channel) throws IOException {
      channel.text(text);
      whenSent.accept(call);
    }
  }
}
