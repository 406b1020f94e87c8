package org.wenshu.client.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Reads frames in every form that servers send: flat, enveloped, in capitals, in batches, as text
 * or as bytes, compressed or not (contract, sections 5.1, 5.2 and 7.3). Thread-safe.
 */
final class FrameReader {
  private static final Map<String, String> ENVELOPES =
      Map.of(
          "market_data",
          "quote",
          "kline_data",
          "kline",
          "trade_data",
          "trade",
          "depth_data",
          "depth");

  private final int maxBytes;

  /** Compressed frames that would become longer than that are refused. */
  FrameReader(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  /**
   * A frame.
   *
   * @param frame as it came
   * @param messages what it holds: itself, with data laid flat, or the messages of a batch
   */
  record Read(FeedMessage frame, List<FeedMessage> messages) {}

  /** Empty when it is no JSON object. */
  Optional<Read> read(String text) {
    return FeedJson.read(text).map(FrameReader::unpack);
  }

  /**
   * The text of a binary frame.
   *
   * @throws IOException when it is no valid gzip, or longer than allowed
   */
  String text(byte[] bytes) throws IOException {
    if (bytes.length < 2 || bytes[0] != 0x1f || bytes[1] != (byte) 0x8b) {
      return new String(bytes, StandardCharsets.UTF_8);
    }
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      byte[] all = in.readNBytes(maxBytes);
      if (in.read() >= 0) {
        throw new IOException("longer than " + maxBytes + " bytes");
      }
      return new String(all, StandardCharsets.UTF_8);
    }
  }

  private static Read unpack(ObjectNode frame) {
    FeedMessage whole = new FeedMessage(frame);
    JsonNode batched = frame.path("messages");
    if (!whole.type().equals("batch") || !batched.isArray()) {
      return new Read(whole, List.of(flat(frame)));
    }
    List<FeedMessage> messages = new ArrayList<>();
    for (JsonNode one : batched) {
      if (one instanceof ObjectNode object) {
        messages.add(flat(object));
      }
    }
    return new Read(whole, messages);
  }

  private static FeedMessage flat(ObjectNode frame) {
    String type = frame.path("type").asText();
    String implied = ENVELOPES.get(type);
    boolean enveloped = implied != null || type.equals("DATA");
    if (!enveloped || !(frame.path("data") instanceof ObjectNode data)) {
      return new FeedMessage(frame);
    }
    ObjectNode flat = FeedJson.object("data");
    String named = data.path(implied == null ? "type" : "data_type").asText(implied);
    flat.put("data_type", named == null ? "" : named);
    copy(data, flat);
    if (data.path(flat.path("data_type").asText()) instanceof ObjectNode payload) {
      flat.remove(flat.path("data_type").asText());
      copy(payload, flat);
    }
    if (!flat.has("timestamp") && frame.has("timestamp")) {
      flat.set("timestamp", frame.path("timestamp"));
    }
    if (!flat.has("id") && flat.has("subscription_id")) {
      flat.set("id", flat.path("subscription_id"));
    }
    return new FeedMessage(flat);
  }

  private static void copy(ObjectNode from, ObjectNode to) {
    from.properties().stream()
        .filter(member -> !member.getKey().equals("type") && !member.getKey().equals("data_type"))
        .forEach(member -> to.set(member.getKey(), member.getValue()));
  }
}
