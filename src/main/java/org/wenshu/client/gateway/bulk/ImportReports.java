package org.wenshu.client.gateway.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.wenshu.client.ProtocolException;
import org.wenshu.client.gateway.bulk.ImportResult.ItemError;
import org.wenshu.client.gateway.call.GatewayJson;
import org.wenshu.client.transport.SocketClosed;
import org.wenshu.client.transport.SocketListener;
import org.wenshu.client.transport.TextSocket;

/** Hears what the server tells of an import, if it does. */
final class ImportReports implements SocketListener {
  /** What is offered to servers, so that those that can will tell. */
  static final String PROTOCOL = "bulk-report.v1";

  private final Consumer<ImportProgress> onProgress;
  private final CompletableFuture<ImportResult> result = new CompletableFuture<>();
  private volatile ImportProgress last = ImportProgress.sent(0);
  private volatile long sent;
  private volatile long heardNanos = System.nanoTime();

  ImportReports(Consumer<ImportProgress> onProgress) {
    this.onProgress = onProgress;
  }

  /** What became of it, when the server tells; fails when the socket ends before. */
  CompletableFuture<ImportResult> result() {
    return result;
  }

  /** So many items were given to the network. */
  void sent(long items) {
    sent = items;
  }

  /** How far it is as far as one knows. */
  ImportProgress progress() {
    return new ImportProgress(sent, last.stored(), last.failed());
  }

  long silentNanos() {
    return System.nanoTime() - heardNanos;
  }

  @Override
  public void onText(TextSocket socket, String text) {
    heardNanos = System.nanoTime();
    try {
      read(GatewayJson.parse(text, "A report"));
    } catch (ProtocolException e) {
      result.completeExceptionally(e);
      socket.close(1002, "");
      return;
    }
    socket.request(1);
  }

  private void read(JsonNode report) {
    switch (GatewayJson.text(report, "type")) {
      case "progress" -> {
        ImportProgress now =
            new ImportProgress(
                sent,
                OptionalLong.of(GatewayJson.need(report, "stored").asLong()),
                OptionalLong.of(GatewayJson.need(report, "failed").asLong()));
        last = now;
        onProgress.accept(now);
      }
      case "result" -> result.complete(result(report));
      default -> {
        // A newer server may tell more.
      }
    }
  }

  private ImportResult result(JsonNode report) {
    return new ImportResult(
        sent,
        OptionalLong.of(GatewayJson.need(report, "received").asLong()),
        OptionalLong.of(GatewayJson.need(report, "stored").asLong()),
        OptionalLong.of(GatewayJson.need(report, "failed").asLong()),
        GatewayJson.list(
            report,
            "errors",
            each -> new ItemError(each.path("index").asLong(), GatewayJson.text(each, "message"))),
        report.path("truncated").asBoolean(false));
  }

  @Override
  public void onClosed(TextSocket socket, SocketClosed end) {
    result.completeExceptionally(end.asException());
  }
}
