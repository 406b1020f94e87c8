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
  private final Runnable whenDone;
  private RelayedInput input;
  private RelayedOutput output;
  private boolean closed;

  /**
   * A relay to that connection.
   *
   * @param whenDone runs when its reader has closed it and only waits for the client to part
   */
  RelayedConnection(WebConnection connection, Lingering lingering, Runnable whenDone) {
    this.connection = connection;
    this.lingering = lingering;
    this.whenDone = whenDone;
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

  /** Closed once more while it stays, as Tyrus does with what it still reads, it stays. */
  @Override
  public void close() throws Exception {
    RelayedInput read;
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      read = input;
    }
    if (read == null || read.hasParted()) {
      connection.close();
    } else {
      stay(read);
    }
  }

  private void stay(RelayedInput read) {
    read.linger(lingering.stay(this::end));
    synchronized (this) {
      if (output != null) {
        output.letGo();
      }
    }
    whenDone.run();
  }

  private void end() {
    try {
      connection.close();
    } catch (Exception gone) {
      LOG.log(Level.FINE, "The connection was gone before it could be closed", gone);
    }
  }
}
