package org.wenshu.bench;

import java.io.IOException;

/** Asks one question over and over on one connection to {@code /mcp}. */
final class RagClient implements Load.Client {
  private final QuestionSocket socket;
  private final String params;
  private int requests;

  RagClient(int port, String question) throws IOException {
    this.socket = new QuestionSocket(port, "/mcp");
    this.params = "{\"query\":\"" + question + "\",\"options\":{\"limit\":10}}";
  }

  @Override
  public void ask() throws IOException {
    String id = send();
    String answer = socket.receive();
    while (!answer.contains("\"id\":\"" + id + "\"")) {
      answer = socket.receive();
    }
    if (!answer.contains("\"result\":{")) {
      throw new IOException("No answer: " + answer);
    }
  }

  /** Asks without waiting; the id of the request. */
  String send() throws IOException {
    String id = "r" + ++requests;
    sendText(
        "{\"type\":\"request\",\"id\":\""
            + id
            + "\",\"method\":\"query.execute\",\"params\":"
            + params
            + "}");
    return id;
  }

  /** Answers the server's pings without asking anything. */
  void keepAlive() throws IOException {
    socket.answerPings();
  }

  void sendText(String text) throws IOException {
    socket.send(text);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
