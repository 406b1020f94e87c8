package org.wenshu.protocol.gateway.service;

import java.util.function.Consumer;

/** A service named {@code test} that answers as a test tells it to. */
public record ScriptedService(Consumer<ServiceCall> answering) implements GatewayService {
  @Override
  public String kind() {
    return "test";
  }

  @Override
  public String errorType() {
    return "test-error";
  }

  @Override
  public void answer(ServiceCall call) {
    answering.accept(call);
  }
}
