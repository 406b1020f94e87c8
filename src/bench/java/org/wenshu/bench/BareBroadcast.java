package org.wenshu.bench;

import jakarta.websocket.OnMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.io.Writer;
import java.util.Set;

/** The least a server can do: a loop over all sessions. Deployed alone, as a yardstick. */
@ServerEndpoint("/bare")
public class BareBroadcast {
  /** Made by the server. */
  public BareBroadcast() {}

  /**
   * {@code text 100} or {@code writer 100}: sends so many frames to all, in one way or the other.
   */
  @OnMessage
  public void receive(String message, Session session) throws IOException {
    String[] words = message.split(" ", -1);
    if (words.length == 2) {
      Set<Session> sessions = session.getOpenSessions();
      for (int i = 0; i < Integer.parseInt(words[1]); i++) {
        String frame = frame(i);
        for (Session each : sessions) {
          send(words[0], each, frame);
        }
      }
    }
  }

  private static String frame(int seq) {
    long now = System.currentTimeMillis();
    return "{\"type\":\"data\",\"data_type\":\"price\",\"id\":\"bench\",\"symbol\":\"S0\",\"price\":"
        + (100 + seq % 50)
        + ".25,\"change\":1.25,\"change_percent\":1.25,\"prev_close\":100.00,\"timestamp\":"
        + "\"2026-01-15T09:30:00.123+08:00\",\"ts\":"
        + now
        + ",\"seq\":"
        + seq
        + ",\"source\":\"ingest\"}";
  }

  private static void send(String way, Session session, String frame) throws IOException {
    if (way.equals("text")) {
      session.getBasicRemote().sendText(frame);
    } else {
      try (Writer writer = session.getBasicRemote().getSendWriter()) {
        writer.write(frame);
      }
    }
  }
}
