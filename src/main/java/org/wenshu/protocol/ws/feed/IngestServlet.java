package org.wenshu.protocol.ws.feed;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.wenshu.feed.source.Ingest;
import org.wenshu.feed.source.SourceException;
import org.wenshu.security.Caller;

/**
 * Takes in ticks at {@code POST /api/feed/ticks}: an array or one object a line, at most 1,000
 * items and 1 MiB, gzip allowed (contract, section 14.3). Thread-safe.
 */
@WebServlet("/api/feed/ticks")
public class IngestServlet extends FeedServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = Logger.getLogger(IngestServlet.class.getName());
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int MAX_BYTES = 1 << 20;

  @Inject private transient Ingest ingest;
  @Inject private transient IngestAudit audit;

  /** Made by the server. */
  public IngestServlet() {}

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Caller> caller = caller(request, response);
    if (caller.isEmpty()) {
      return;
    }
    if (!mayBring(caller.get(), response)) {
      return;
    }
    byte[] body;
    try {
      body = body(request);
    } catch (ZipException notGzip) {
      refuse(response, HttpServletResponse.SC_BAD_REQUEST, "INVALID_JSON", "无效的JSON格式");
      return;
    }
    if (body.length > MAX_BYTES) {
      refuse(
          response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "MESSAGE_TOO_LARGE", "消息过大");
      return;
    }
    accept(body, caller.get(), response);
  }

  private boolean mayBring(Caller caller, HttpServletResponse response) throws IOException {
    if (!services().access().mayWrite(caller)) {
      audit.denied(caller);
      forbid(response);
      return false;
    }
    OptionalDouble later = services().rates().refusal(caller.name(), System.nanoTime());
    if (later.isPresent()) {
      response.setHeader("Retry-After", Long.toString((long) Math.ceil(later.getAsDouble())));
      refuse(response, TOO_MANY_REQUESTS, "RATE_LIMITED", "请求过于频繁");
      return false;
    }
    return true;
  }

  private void accept(byte[] body, Caller caller, HttpServletResponse response) throws IOException {
    List<JsonNode> items;
    try {
      items = IngestItems.read(body);
    } catch (IOException notJson) {
      refuse(response, HttpServletResponse.SC_BAD_REQUEST, "INVALID_JSON", "无效的JSON格式");
      return;
    }
    if (items.size() > Ingest.MAX_ITEMS) {
      refuse(
          response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "MESSAGE_TOO_LARGE", "消息过大");
      return;
    }
    Ingest.Outcome outcome;
    try {
      outcome = ingest.accept(items);
    } catch (SourceException notNow) {
      LOG.log(Level.WARNING, "Ticks cannot be kept", notNow);
      response.setHeader("Retry-After", "5");
      refuse(
          response,
          HttpServletResponse.SC_SERVICE_UNAVAILABLE,
          "INTERNAL_ERROR",
          notNow.wording().chinese());
      return;
    }
    audit.accepted(caller, outcome);
    answer(response, HttpServletResponse.SC_ACCEPTED, IngestItems.answer(outcome));
  }

  private static byte[] body(HttpServletRequest request) throws IOException {
    boolean gzip = "gzip".equalsIgnoreCase(request.getHeader("Content-Encoding"));
    try (InputStream stream =
        gzip ? new GZIPInputStream(request.getInputStream()) : request.getInputStream()) {
      return stream.readNBytes(MAX_BYTES + 1);
    }
  }
}
