package org.wenshu.protocol.ws.feed;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.wenshu.protocol.frames.FrameChannel;
import org.wenshu.protocol.frames.Outgoing;

/** An answer to the client, or a word about the server; counted while it waits. */
record ControlFrame(String text, AtomicInteger waiting, Compression compression)
    implements Outgoing {
  @Override
  public int length() {
    return text.length();
  }

  @Override
  public void writeTo(FrameChannel channel) throws IOException {
    waiting.decrementAndGet();
    compression.send(channel, text);
  }
}
