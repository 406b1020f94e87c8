package org.wenshu.protocol.gateway.library;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.wenshu.knowledge.CollectionId;
import org.wenshu.knowledge.library.LoadedText;
import org.wenshu.knowledge.library.TextLoader;
import org.wenshu.protocol.gateway.data.WireValue;
import org.wenshu.protocol.gateway.service.Fields;
import org.wenshu.protocol.gateway.service.GatewayService;
import org.wenshu.protocol.gateway.service.ServiceCall;

/**
 * {@code text-load} and {@code document-load} (contract, section 4.16): accepted at once, stored
 * soon. Thread-safe.
 */
public final class LoadService implements GatewayService {
  private final String kind;
  private final String payload;
  private final TextLoader loader;

  private LoadService(String kind, String payload, TextLoader loader) {
    this.kind = kind;
    this.payload = payload;
    this.loader = loader;
  }

  /** Loads texts. */
  public static GatewayService texts(TextLoader loader) {
    return new LoadService("text-load", "text", loader);
  }

  /** Loads documents. */
  public static GatewayService documents(TextLoader loader) {
    return new LoadService("document-load", "data", loader);
  }

  @Override
  public String kind() {
    return kind;
  }

  @Override
  public String errorType() {
    return Payload.ERROR;
  }

  @Override
  public void answer(ServiceCall call) {
    Fields fields = call.fields();
    byte[] bytes = Payload.bytes(fields.present(payload));
    String charset = fields.text("charset").orElse(StandardCharsets.UTF_8.name());
    String text = Payload.text(bytes, "", charset);
    String id = fields.name("id", idOf(bytes));
    if (id.length() > LoadedText.MAX_ID) {
      throw Fields.invalid("id", "过长", "is too long");
    }
    loader.load(
        new LoadedText(
            id,
            text,
            CollectionId.of(fields.user(), fields.collection()),
            WireValue.triples(fields, "metadata")));
    call.succeed(ServiceCall.object());
  }

  /** The id that clients derive from a content. */
  static String idOf(byte[] content) {
    try {
      String hex = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
      StringBuilder even = new StringBuilder();
      for (int i = 0; i < hex.length(); i += 2) {
        even.append(hex.charAt(i));
      }
      for (int dash : new int[] {20, 16, 12, 8}) {
        even.insert(dash, '-');
      }
      return even.toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
