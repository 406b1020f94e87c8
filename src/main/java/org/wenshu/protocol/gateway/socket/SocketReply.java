package org.wenshu.protocol.gateway.socket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.function.Consumer;
import org.wenshu.protocol.frames.FrameChannel;
import org.wenshu.protocol.frames.FrameSender;
import org.wenshu.protocol.frames.Outgoing;
import org.wenshu.protocol.gateway.service.ErrorKind;
import org.wenshu.protocol.gateway.service.ServiceCall;
import org.wenshu.protocol.gateway.service.ServiceError;
import org.wenshu.protocol.gateway.service.ServiceReply;
import org.wenshu.protocol.json.Utf8;
import org.wenshu.question.Language;

/**
 * The frames of one request. The request counts as answered once its last frame has been written:
 * so no more than a connection's share of answers ever waits for a slow client.
 */
final class SocketReply implements ServiceReply {
  /** Clients refuse frames of 1 MiB (section 0.2). */
  private static final int MAX_FRAME_BYTES = (1 << 20) - 1;

  private static final ServiceError TOO_LARGE =
      ServiceError.of(
          ErrorKind.GATEWAY,
          "结果超过一个消息的上限，请使用流式响应或 HTTP",
          "The answer does not fit one frame; ask for a stream, or over HTTP");

  private final JsonNode id;
  private final FrameSender sender;
  private final Consumer<ServiceCall> whenSent;
  private volatile ServiceCall call;

  SocketReply(JsonNode id, FrameSender sender, Consumer<ServiceCall> whenSent) {
    this.id = id;
    this.sender = sender;
    this.whenSent = whenSent;
  }

  /** Names the call that this is the answer to; before it can be answered. */
  void to(ServiceCall answered) {
    call = answered;
  }

  @Override
  public void piece(ObjectNode piece) {
    sender.send(Outgoing.text(Envelope.data(id, piece, false)));
  }

  @Override
  public void success(ObjectNode answer) {
    String frame = Envelope.data(id, answer, true);
    boolean fits = Utf8.length(frame) <= MAX_FRAME_BYTES;
    sender.send(new Last(fits ? frame : Envelope.failure(id, TOO_LARGE, call.language())));
  }

  @Override
  public void failure(ServiceError error, Language language) {
    sender.send(new Last(Envelope.failure(id, error, language)));
  }

  @Override
  public void abandoned() {
    whenSent.accept(call);
  }

  private final class Last implements Outgoing {
    private final String text;

    Last(String text) {
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
