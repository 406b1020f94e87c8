package org.wenshu.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.concurrent.Callable;

/** Asks Wenshu one question over and over on one connection. */
final class WenshuClient implements Load.Client {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MODEL_CALLED = "正在调用text2sql模型生成SQL语句...";

  private final QuestionSocket socket;
  private final String request;
  private long firstChunkAt;
  private int chunks;
  private String result = "";

  WenshuClient(int port, String question) throws IOException {
    this.socket = new QuestionSocket(port);
    this.request =
        JSON.writeValueAsString(
            JSON.createObjectNode().put("type", "query").put("query", question));
  }

  static Callable<Load.Client> opener(int port, String question) {
    return () -> new WenshuClient(port, question);
  }

  @Override
  public void ask() throws IOException {
    socket.send(request);
    chunks = 0;
    boolean generating = false;
    String frame = socket.receive();
    while (!frame.equals("FLAG_DONE")) {
      if (frame.equals("DONE")) {
        generating = false;
      } else if (generating && chunks++ == 0) {
        firstChunkAt = System.nanoTime();
      } else if (frame.equals(MODEL_CALLED)) {
        generating = true;
      } else if (frame.startsWith("{")) {
        result = frame;
      }
      frame = socket.receive();
    }
    if (!result.contains("\"status\":\"success\"")) {
      throw new IOException("No answer: " + result);
    }
  }

  /** When the first chunk of the last answer came, on this JVM's clock. */
  long firstChunkAt() {
    return firstChunkAt;
  }

  /** Into how many chunks the last answer's text came. */
  int chunks() {
    return chunks;
  }

  /** The statement that gave the rows of the last answer. */
  String sql() throws IOException {
    return JSON.readTree(result).path("sql").asText();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
