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
  private volatile WriteListener listener;

  RelayedOutput(ServletOutputStream output) {
    this.output = output;
  }

  @Override
  public boolean isReady() {
    return output.isReady();
  }

  @Override
  public void setWriteListener(WriteListener told) {
    listener = told;
    output.setWriteListener(new Relayed());
  }

  /** The writer, who has nothing more to write, hears nothing more. */
  void letGo() {
    listener = null;
  }

  /** What the container keeps of the writer. */
  private final class Relayed implements WriteListener {
    @Override
    public void onWritePossible() throws IOException {
      WriteListener told = listener;
      if (told != null) {
        told.onWritePossible();
      }
    }

    @Override
    public void onError(Throwable error) {
      WriteListener told = listener;
      if (told != null) {
        told.onError(error);
      }
    }
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
