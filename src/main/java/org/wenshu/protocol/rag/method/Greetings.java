package org.wenshu.protocol.rag.method;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Supplier;

/** Methods that answer the same to everybody (section 4.12). */
final class Greetings implements RagMethod {
  private final String name;
  private final Supplier<ObjectNode> result;

  private Greetings(String name, Supplier<ObjectNode> result) {
    this.name = name;
    this.result = result;
  }

  /** {@code health}, {@code version} and {@code initialize}. */
  static List<RagMethod> all() {
    return List.of(
        new Greetings("health", () -> Json.object().put("status", "healthy")),
        new Greetings("version", Greetings::version),
        new Greetings("initialize", ServerVersion::negotiated));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public void answer(RagCall call) {
    call.succeed(result.get());
  }

  private static ObjectNode version() {
    return Json.object()
        .put("version", ServerVersion.SERVER)
        .put("protocol_version", ServerVersion.PROTOCOL);
  }
}
