package org.wenshu.protocol.frames.upgrade;

import jakarta.servlet.ReadListener;
import java.io.IOException;

/** Passes on what the container tells, until it is let go. */
final class RelayedListener implements ReadListener {
  private volatile ReadListener listener;

  RelayedListener(ReadListener listener) {
    this.listener = listener;
  }

  void letGo() {
    listener = null;
  }

  /** What reads may look for services again and again: here it finds what it found before. */
  @Override
  public void onDataAvailable() throws IOException {
    ReadListener heard = listener;
    if (heard != null) {
      RememberedServices.during(heard::onDataAvailable);
    }
  }

  @Override
  public void onAllDataRead() throws IOException {
    ReadListener heard = listener;
    if (heard != null) {
      heard.onAllDataRead();
    }
  }

  @Override
  public void onError(Throwable error) {
    ReadListener heard = listener;
    if (heard != null) {
      heard.onError(error);
    }
  }
}
