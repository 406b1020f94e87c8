package org.wenshu.protocol.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Writes one body as fast as the client takes it, on threads of the server. */
public final class BodyWriter implements WriteListener {
  private static final Logger LOG = Logger.getLogger(BodyWriter.class.getName());
  private static final int CHUNK = 16 * 1024;

  private final AsyncContext async;
  private final byte[] body;
  private int written;
  private boolean completed;

  /** Writes that body and then completes the request. */
  public BodyWriter(AsyncContext async, byte[] body) {
    this.async = async;
    this.body = body;
  }

  @Override
  public void onWritePossible() throws IOException {
    ServletOutputStream out = async.getResponse().getOutputStream();
    while (out.isReady()) {
      if (written == body.length) {
        complete();
        return;
      }
      int length = Math.min(CHUNK, body.length - written);
      out.write(body, written, length);
      written += length;
    }
  }

  @Override
  public void onError(Throwable error) {
    LOG.log(Level.FINE, "The client was gone before the end of its answer", error);
    complete();
  }

  private void complete() {
    if (!completed) {
      completed = true;
      async.complete();
    }
  }
}
