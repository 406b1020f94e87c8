package org.wenshu.protocol.frames.upgrade;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The container's connection, but for its streams, and but for its end: closed before the client
 * has parted, it stays and takes what comes until that happens (see {@link Lingering}).
 */
@SuppressWarnings("try") // closing may throw anything, says the specification
final class RelayedConnection implements WebConnection {
  private static final Logger LOG = Logger.getLogger(RelayedConnection.class.getName());

  private final WebConnection connection;
  private final Lingering lingering;
  private RelayedInput input;
  private RelayedOutput output;
  private boolean closed;

  RelayedConnection(WebConnection connection, Lingering lingering) {
    this.connection = connection;
    this.lingering = lingering;
  }

  @Override
  public synchronized ServletInputStream getInputStream() throws IOException {
    if (input == null) {
      input = new RelayedInput(connection.getInputStream());
    }
    return input;
  }

  /** The reader hears nothing more. */
  synchronized void letGo() {
    if (input != null) {
      input.letGo();
    }
  }

  @Override
  public synchronized ServletOutputStream getOutputStream() throws IOException {
    if (output == null) {
      output = new RelayedOutput(connection.getOutputStream());
    }
    return output;
  }

  @Override
  public void close() throws Exception {
    RelayedInput read;
    synchronized (this) {
      read = closed ? null : input;
      closed = true;
    }
    if (read == null || read.hasParted()) {
      connection.close();
    } else {
      read.linger(lingering.stay(this::end));
    }
  }

  private void end() {
    try {
      connection.close();
    } catch (Exception gone) {
      LOG.log(Level.FINE, "The connection was gone before it could be closed", gone);
    }
  }
}
