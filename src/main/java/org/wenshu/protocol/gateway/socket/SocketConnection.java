package org.wenshu.protocol.gateway.socket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.wenshu.protocol.frames.FrameChannel;
import org.wenshu.protocol.frames.FrameSender;
import org.wenshu.protocol.frames.Outgoing;
import org.wenshu.protocol.frames.RequestSlots;
import org.wenshu.protocol.gateway.GatewayConfig;
import org.wenshu.protocol.gateway.GatewayJson;
import org.wenshu.protocol.gateway.service.ErrorKind;
import org.wenshu.protocol.gateway.service.ServiceCall;
import org.wenshu.protocol.gateway.service.ServiceCalls;
import org.wenshu.protocol.gateway.service.ServiceError;
import org.wenshu.protocol.gateway.service.ServiceRequest;
import org.wenshu.question.Language;
import org.wenshu.security.Caller;

/**
 * One connection: has so many of its requests answered at once, keeps so many more waiting, and
 * cancels them when the client leaves. Sends nothing that was not asked for. Thread-safe.
 */
final class SocketConnection {
  private static final CloseReason TOO_MANY =
      new CloseReason(CloseCodes.TRY_AGAIN_LATER, "Too many requests are waiting");
  private static final CloseReason LEAVING =
      new CloseReason(CloseCodes.SERVICE_RESTART, "The server shuts down");
  private static final ServiceError CANCELLED =
      ServiceError.of(ErrorKind.CANCELLED, "已取消", "Cancelled");
  private static final ServiceError STOPPING =
      ServiceError.of(ErrorKind.GATEWAY, "服务器正在停止", "The server shuts down");

  private final ServiceCalls calls;
  private final Caller caller;
  private final RequestSlots<ServiceCall> slots;
  private final Map<ServiceCall, JsonNode> ids = new ConcurrentHashMap<>();
  private final FrameSender sender;

  SocketConnection(
      ServiceCalls calls,
      GatewayConfig config,
      Caller caller,
      Function<Runnable, FrameSender> senders) {
    this.calls = calls;
    this.caller = caller;
    this.slots = new RequestSlots<>(config.parallel(), config.maxQueued());
    this.sender = senders.apply(this::gone);
  }

  FrameSender sender() {
    return sender;
  }

  /** Requests without an end: those worked on and those that wait. */
  int outstanding() {
    return slots.outstanding();
  }

  /** Answers the frame, now or later. */
  void receive(String text) {
    try {
      receive(GatewayJson.read(text));
    } catch (JsonProcessingException notJson) {
      refuse(MissingNode.getInstance(), "不是有效的 JSON", "Not valid JSON");
    }
  }

  /** The same for a binary frame. */
  void receive(byte[] bytes) {
    try {
      receive(GatewayJson.read(bytes));
    } catch (IOException notJson) {
      refuse(MissingNode.getInstance(), "不是有效的 JSON", "Not valid JSON");
    }
  }

  private void receive(JsonNode frame) {
    JsonNode id = frame.path("id");
    if (!frame.isObject() || id.isMissingNode()) {
      refuse(id, "缺少 id", "id is required");
    } else if (frame.path("cancel").asBoolean()) {
      cancel(id);
    } else if (!frame.path("service").isTextual()) {
      refuse(id, "缺少 service", "service is required");
    } else if (frame.path("request") instanceof ObjectNode request) {
      Optional<String> flow =
          Optional.of(frame.path("flow").asText("")).filter(name -> !name.isEmpty());
      Optional<String> named = frame.path("flow").isNull() ? Optional.empty() : flow;
      start(id, new ServiceRequest(named, frame.path("service").textValue(), request, caller));
    } else {
      refuse(id, "缺少 request", "request must be an object");
    }
  }

  private void start(JsonNode id, ServiceRequest request) {
    SocketReply reply = new SocketReply(id, sender, this::answered);
    ServiceCall call = new ServiceCall(request, reply, true);
    reply.to(call);
    ids.put(call, id);
    Optional<List<ServiceCall>> startable = slots.offer(call);
    if (startable.isPresent()) {
      startable.get().forEach(calls::start);
    } else {
      close(TOO_MANY);
    }
  }

  private void answered(ServiceCall call) {
    ids.remove(call);
    slots.ended(call).forEach(calls::start);
  }

  /** An id may be used again after its end, so only requests without one are meant. */
  private void cancel(JsonNode id) {
    for (Map.Entry<ServiceCall, JsonNode> call : ids.entrySet()) {
      if (call.getValue().equals(id)) {
        call.getKey().giveUp(CANCELLED);
      }
    }
  }

  private void refuse(JsonNode id, String chinese, String english) {
    ServiceError error = ServiceError.of(ErrorKind.REQUEST, chinese, english);
    sender.send(Outgoing.text(Envelope.failure(id, error, Language.ENGLISH)));
  }

  /** Ends the connection and what is worked on for it. */
  void close(CloseReason reason) {
    sender.close(reason);
    gone();
  }

  /** Stops what is worked on. Later calls do nothing. */
  void gone() {
    slots.close().forEach(ServiceCall::abandon);
    ids.clear();
  }

  /** Tells every request that the server stops, then closes; counts down when that is written. */
  void leave(CountDownLatch written) {
    slots.close().forEach(call -> call.giveUp(STOPPING));
    sender.send(
        new Outgoing() {
          @Override
          public int length() {
            return 0;
          }

          @Override
          public void writeTo(FrameChannel channel) {
            channel.close(LEAVING);
            written.countDown();
          }
        });
  }
}
