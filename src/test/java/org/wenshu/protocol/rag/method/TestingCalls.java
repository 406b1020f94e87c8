package org.wenshu.protocol.rag.method;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Makes calls that nobody answers. */
public final class TestingCalls implements AutoCloseable {
  private final CallClock clock = new CallClock(CallTimes.defaults(), Thread::new);

  /** A call, of a method that goes alone or not. */
  public RagCall call(boolean alone) {
    RagMethod method = alone ? new Alone() : new Negotiate();
    return new RagCall(
        "id",
        method,
        JsonNodeFactory.instance.objectNode(),
        new InMemoryPeer(),
        new InMemoryReply(),
        clock);
  }

  @Override
  public void close() {
    clock.close();
  }

  private static final class Alone implements RagMethod {
    @Override
    public String name() {
      return "alone";
    }

    @Override
    public boolean goesAlone() {
      return true;
    }

    @Override
    public void answer(RagCall call) {
      call.succeed(Json.object().put("success", true));
    }
  }
}
