package org.wenshu.protocol.frames;

import java.io.IOException;

/** One text, one frame. */
record TextFrame(String text) implements Outgoing {
  @Override
  public int length() {
    return text.length();
  }

  @Override
  public void writeTo(FrameChannel channel) throws IOException {
    channel.text(text);
  }
}
