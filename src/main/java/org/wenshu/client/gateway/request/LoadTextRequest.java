package org.wenshu.client.gateway.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.wenshu.client.gateway.call.GatewayJson;
import org.wenshu.client.gateway.call.Graph;
import org.wenshu.client.gateway.call.ResponseReader;
import org.wenshu.client.gateway.data.LoadResult;
import org.wenshu.client.gateway.data.Triple;
import org.wenshu.client.json.Json;

/** A text to be cut into pieces and stored, some time after it was accepted. */
public final class LoadTextRequest extends ServiceRequest<LoadResult, LoadTextRequest>
    implements CollectionRequest<LoadTextRequest> {
  private LoadTextRequest(ObjectNode body) {
    super(body);
  }

  /** These bytes under an id that is made of them, so that the same text has the same id. */
  public static LoadTextRequest of(byte[] bytes) {
    return of(bytes, ContentId.of(bytes));
  }

  /** These bytes under this id. */
  public static LoadTextRequest of(byte[] bytes, String id) {
    ObjectNode body = Json.object().put("id", Objects.requireNonNull(id, "id"));
    body.put("text", Base64.getEncoder().encodeToString(bytes));
    body.set("metadata", GatewayJson.MAPPER.createArrayNode());
    return new LoadTextRequest(body);
  }

  /** This text, in UTF-8. */
  public static LoadTextRequest of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8)).charset("utf-8");
  }

  /** The same with statements about it. */
  public LoadTextRequest metadata(List<Triple> statements) {
    return with("metadata", Graph.write(statements));
  }

  /** The same in this character set. */
  public LoadTextRequest charset(String charset) {
    return with("charset", charset);
  }

  @Override
  public String service() {
    return "text-load";
  }

  @Override
  ResponseReader<LoadResult> reader() {
    return response -> new LoadResult(GatewayJson.text(shared(), "id"), response);
  }

  @Override
  LoadTextRequest copy(ObjectNode newBody) {
    return new LoadTextRequest(newBody);
  }
}
