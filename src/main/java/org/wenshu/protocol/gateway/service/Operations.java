package org.wenshu.protocol.gateway.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.Function;

/** A service whose requests name an operation, each answered by one object. Thread-safe. */
public final class Operations implements GatewayService {
  private final String kind;
  private final String errorType;
  private final Map<String, Function<ServiceCall, ObjectNode>> operations;

  /** A service of these operations. */
  public Operations(
      String kind, String errorType, Map<String, Function<ServiceCall, ObjectNode>> operations) {
    this.kind = kind;
    this.errorType = errorType;
    this.operations = Map.copyOf(operations);
  }

  @Override
  public String kind() {
    return kind;
  }

  @Override
  public String errorType() {
    return errorType;
  }

  @Override
  public void answer(ServiceCall call) {
    String operation = call.fields().text("operation").orElse("");
    Function<ServiceCall, ObjectNode> known = operations.get(operation);
    if (known == null) {
      throw ServiceException.badOperation(operation);
    }
    call.succeed(known.apply(call));
  }
}
