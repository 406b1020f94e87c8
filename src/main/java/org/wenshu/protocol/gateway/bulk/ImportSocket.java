package org.wenshu.protocol.gateway.bulk;

import jakarta.servlet.http.HttpUpgradeHandler;
import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.wenshu.protocol.gateway.bulk.ImportReport.Ending;

/**
 * Takes an import from a socket, on a thread of its own that reads no further while two units of
 * items have not been written: the client is slowed down by its own connection, on every server
 * alike. Servers' own endpoints hold a message as a whole, and some all that arrive (see
 * docs/adr/0016-a-reader-of-our-own.md).
 */
public final class ImportSocket implements HttpUpgradeHandler {
  private static final Logger LOG = Logger.getLogger(ImportSocket.class.getName());

  /** What clients send that want a report, after their last item. */
  private static final Pattern END =
      Pattern.compile("\\s*\\{\\s*\"type\"\\s*:\\s*\"end\"\\s*\\}\\s*");

  private static final int LONGEST_END = 100;

  private ImportStart start;
  private volatile Importing<?> importing;

  /** For the container. */
  public ImportSocket() {}

  /** Tells what is imported; before anything else. */
  void use(ImportStart given) {
    start = given;
  }

  @Override
  public void init(WebConnection connection) {
    try {
      SocketOutput out = new SocketOutput(connection.getOutputStream());
      MessageInput in =
          new MessageInput(connection.getInputStream(), out, BulkConfig.MAX_MESSAGE_BYTES);
      out.flush();
      importing = start.begin(in, out, connection);
      start.threads().newThread(importing).start();
      start.threads().newThread(() -> read(in)).start();
    } catch (IOException e) {
      start.giveUp();
      close(connection);
    }
  }

  private static void close(WebConnection connection) {
    try {
      connection.close();
    } catch (Exception gone) {
      LOG.log(Level.FINE, "A bulk socket was gone", gone);
    }
  }

  private void read(MessageInput in) {
    Ending ending = Ending.CLIENT_LEFT;
    try {
      while (in.next()) {
        if (start.aware() && in.length() < LONGEST_END) {
          byte[] text = in.readAllBytes();
          if (END.matcher(new String(text, StandardCharsets.UTF_8)).matches()) {
            ending = Ending.CLIENT_IS_DONE;
            break;
          }
          importing.receive(text);
        } else {
          importing.receive(in);
        }
      }
    } catch (MessageInput.Violation e) {
      ending = e.code() == 1009 ? Ending.TOO_BIG : Ending.PROTOCOL_BROKEN;
    } catch (IOException gone) {
      LOG.log(Level.FINE, "The client of an import has gone", gone);
    } finally {
      importing.end(ending);
    }
    in.discard();
  }

  @Override
  public void destroy() {
    Importing<?> running = importing;
    if (running != null) {
      running.end(Ending.CLIENT_LEFT);
    }
  }
}
