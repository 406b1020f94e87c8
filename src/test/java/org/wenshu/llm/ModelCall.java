package org.wenshu.llm;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One call of the scripted model: what was asked, and the stream that answers it. */
public final class ModelCall {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String EVENT_STREAM =
      String.join(
          "\r\n",
          "HTTP/1.1 200 OK",
          "Content-Type: text/event-stream; charset=utf-8",
          "Cache-Control: no-cache",
          "Transfer-Encoding: chunked",
          "",
          "");

  private final ModelRequest request;
  private final Socket socket;
  private final OutputStream out;
  private final CountDownLatch callerLeft = new CountDownLatch(1);

  ModelCall(ModelRequest request, Socket socket) throws IOException {
    this.request = request;
    this.socket = socket;
    this.out = socket.getOutputStream();
  }

  /** What was asked. */
  public ModelRequest request() {
    return request;
  }

  /** Sends the response head and the first event, which like that of real models has no text. */
  public void begin() throws IOException {
    write(EVENT_STREAM);
    event(chunk("", null));
  }

  /** Sends one piece of text as an event of its own. */
  public void piece(String text) throws IOException {
    event(chunk(text, null));
  }

  /** Ends the stream: finish reason, end marker, last HTTP chunk. */
  public void end() throws IOException {
    event(chunk("", "stop"));
    event("[DONE]");
    endWithoutMarker();
  }

  /** Ends the HTTP response in good order where the stream happens to be. */
  public void endWithoutMarker() throws IOException {
    write("0\r\n\r\n");
  }

  /** Sends one server-sent event with this data, as an HTTP chunk of its own. */
  public void event(String data) throws IOException {
    chunk("data: " + data + "\n\n");
  }

  /** Sends this as an HTTP chunk of its own. */
  public void chunk(String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    ByteArrayOutputStream chunk = new ByteArrayOutputStream(bytes.length + 16);
    chunk.writeBytes((Integer.toHexString(bytes.length) + "\r\n").getBytes(UTF_8));
    chunk.writeBytes(bytes);
    chunk.writeBytes("\r\n".getBytes(UTF_8));
    out.write(chunk.toByteArray());
    out.flush();
  }

  /** Sends a complete answer that is no stream. */
  public void answer(int status, String contentType, String body) throws IOException {
    int length = body.getBytes(UTF_8).length;
    write(
        "HTTP/1.1 %d Scripted\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(status, contentType, length, body));
  }

  /** Sends this as it is, and goes on doing so until the caller leaves. */
  public void drip(String first, String again) throws IOException, InterruptedException {
    write(first);
    while (!awaitCallerLeft(Duration.ofMillis(20))) {
      write(again);
    }
  }

  /** Drops the connection. */
  public void cut() throws IOException {
    socket.close();
  }

  /** Waits until the caller has closed the connection; says whether that happened in time. */
  public boolean awaitCallerLeft(Duration atMost) throws InterruptedException {
    return callerLeft.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
  }

  void callerLeft() {
    callerLeft.countDown();
  }

  private void write(String text) throws IOException {
    out.write(text.getBytes(UTF_8));
    out.flush();
  }

  private static String chunk(String text, String finishReason) {
    ObjectNode root = JSON.createObjectNode();
    root.put("id", "chatcmpl-scripted").put("object", "chat.completion.chunk");
    root.put("created", 1_700_000_000L).put("model", "scripted");
    ObjectNode choice = root.putArray("choices").addObject().put("index", 0);
    ObjectNode delta = choice.putObject("delta");
    if (finishReason == null) {
      delta.put("role", "assistant").put("content", text);
    }
    choice.put("finish_reason", finishReason);
    return root.toString();
  }
}
