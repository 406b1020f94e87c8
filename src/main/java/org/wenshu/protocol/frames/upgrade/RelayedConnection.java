package org.wenshu.protocol.frames.upgrade;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.WebConnection;
import java.io.IOException;

/** The container's connection, but for its streams. */
@SuppressWarnings("try") // closing may throw anything, says the specification
final class RelayedConnection implements WebConnection {
  private final WebConnection connection;
  private RelayedInput input;
  private RelayedOutput output;

  RelayedConnection(WebConnection connection) {
    this.connection = connection;
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
    connection.close();
  }
}
