package org.wenshu.protocol.frames.upgrade;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/** The container's input, but for whom it tells of what has come. */
final class RelayedInput extends ServletInputStream {
  private final ServletInputStream input;
  private volatile RelayedListener listener;

  RelayedInput(ServletInputStream input) {
    this.input = input;
  }

  @Override
  public void setReadListener(ReadListener heard) {
    listener = new RelayedListener(heard);
    input.setReadListener(listener);
  }

  void letGo() {
    RelayedListener last = listener;
    if (last != null) {
      last.letGo();
    }
  }

  @Override
  public boolean isFinished() {
    return input.isFinished();
  }

  @Override
  public boolean isReady() {
    return input.isReady();
  }

  @Override
  public int available() throws IOException {
    return input.available();
  }

  @Override
  public int read() throws IOException {
    return input.read();
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    return input.read(bytes, from, length);
  }

  @Override
  public void close() throws IOException {
    input.close();
  }
}
