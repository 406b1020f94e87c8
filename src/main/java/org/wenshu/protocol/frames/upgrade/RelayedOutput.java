package org.wenshu.protocol.frames.upgrade;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * The container's output, which gets several frames in one piece where that may be (see {@link
 * Gathering}). What waits, waits here: a container that was given something and not told to flush
 * may say that it is not ready for more.
 */
final class RelayedOutput extends ServletOutputStream {
  private static final int MOST_WAITING = 16 * 1024;

  private final ServletOutputStream output;
  private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();

  RelayedOutput(ServletOutputStream output) {
    this.output = output;
  }

  @Override
  public boolean isReady() {
    return output.isReady();
  }

  @Override
  public void setWriteListener(WriteListener told) {
    output.setWriteListener(told);
  }

  @Override
  public synchronized void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int from, int length) throws IOException {
    if (Gathering.mayWait() || waiting.size() > 0) {
      waiting.write(bytes, from, length);
    } else {
      output.write(bytes, from, length);
    }
  }

  @Override
  public synchronized void flush() throws IOException {
    if (Gathering.mayWait() && waiting.size() < MOST_WAITING) {
      Gathering.waitsIn(this);
    } else {
      waiting.writeTo(output);
      waiting.reset();
      output.flush();
    }
  }

  @Override
  public void close() throws IOException {
    output.close();
  }
}
