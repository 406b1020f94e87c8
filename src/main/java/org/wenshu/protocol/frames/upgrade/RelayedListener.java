package org.wenshu.protocol.frames.upgrade;

import jakarta.servlet.ReadListener;
import java.io.IOException;

/** Passes on what the container tells, until it is let go or has to linger. */
final class RelayedListener implements ReadListener {
  private final RelayedInput input;
  private volatile ReadListener listener;
  private volatile Lingering.Stay stay;

  RelayedListener(ReadListener listener, RelayedInput input) {
    this.listener = listener;
    this.input = input;
  }

  void letGo() {
    listener = null;
    Lingering.Stay lingering = stay;
    if (lingering != null) {
      lingering.end();
    }
  }

  void linger(Lingering.Stay lingering) {
    stay = lingering;
    listener = null;
  }

  /**
   * What reads may look for services again and again: here it finds what it found before. It may
   * close the connection while it reads.
   */
  @Override
  public void onDataAvailable() throws IOException {
    ReadListener heard = listener;
    if (heard != null) {
      RememberedServices.during(heard::onDataAvailable);
    }
    Lingering.Stay lingering = stay;
    if (lingering != null) {
      input.throwAway(lingering);
    }
  }

  @Override
  public void onAllDataRead() throws IOException {
    input.end();
    Lingering.Stay lingering = stay;
    ReadListener heard = listener;
    if (lingering != null) {
      lingering.end();
    } else if (heard != null) {
      heard.onAllDataRead();
    }
  }

  @Override
  public void onError(Throwable error) {
    input.end();
    Lingering.Stay lingering = stay;
    ReadListener heard = listener;
    if (lingering != null) {
      lingering.end();
    } else if (heard != null) {
      heard.onError(error);
    }
  }
}
