package org.wenshu.client.ask;

import java.util.concurrent.CompletionStage;
import org.wenshu.client.transport.SocketClosed;
import org.wenshu.client.transport.SocketListener;
import org.wenshu.client.transport.TextSocket;

/** One socket, on which questions are asked one after the other. */
final class AskConnection implements SocketListener {
  private volatile AskExchange current;
  private volatile TextSocket socket;

  /** Called once, before anything else. */
  void opened(TextSocket own) {
    socket = own;
  }

  boolean isOpen() {
    return socket.isOpen();
  }

  CompletionStage<Void> begin(AskExchange exchange, String request) {
    current = exchange;
    return socket.send(request);
  }

  void end() {
    current = null;
  }

  void readOne() {
    socket.request(1);
  }

  void close(String reason) {
    socket.close(1000, reason);
  }

  @Override
  public void onText(TextSocket from, String text) {
    AskExchange exchange = current;
    if (exchange != null) {
      exchange.frame(text);
    }
  }

  @Override
  public void onClosed(TextSocket from, SocketClosed end) {
    AskExchange exchange = current;
    if (exchange != null) {
      exchange.closed(end);
    }
  }
}
