package org.wenshu.protocol.rag;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.wenshu.protocol.frames.FrameSender;
import org.wenshu.protocol.frames.Outgoing;
import org.wenshu.protocol.frames.RequestSlots;
import org.wenshu.protocol.rag.method.RagCall;
import org.wenshu.protocol.rag.method.RagErrors;
import org.wenshu.protocol.rag.method.RagMethod;
import org.wenshu.protocol.rag.method.RagPeer;
import org.wenshu.protocol.rag.wire.EnvelopeWriter;
import org.wenshu.protocol.rag.wire.Inbound;
import org.wenshu.protocol.rag.wire.RagError;
import org.wenshu.question.Language;
import org.wenshu.security.Identity;

/**
 * One connection: has its requests answered in parallel, in whatever order they are done, and
 * cancels them when the client leaves. Sends nothing that was not asked for. Thread-safe.
 */
final class RagConnection implements RagPeer {
  private final RagServices services;
  private final String name;
  private final String address;
  private final RequestSlots<RagCall> slots;
  private final FrameSender sender;
  private volatile Optional<Identity> identity = Optional.empty();
  private volatile Optional<String> conversation = Optional.empty();

  RagConnection(
      RagServices services, String name, String address, Function<Runnable, FrameSender> senders) {
    this.services = services;
    this.name = name;
    this.address = address;
    this.slots =
        new RequestSlots<>(
            services.config().parallel(),
            services.config().maxQueued(),
            call -> call.method().goesAlone());
    this.sender = senders.apply(this::gone);
  }

  FrameSender sender() {
    return sender;
  }

  /** Answers the message, now or later, if it is to be answered. */
  void receive(Inbound message) {
    if (message instanceof Inbound.Request request) {
      receive(request);
    } else if (message instanceof Inbound.Malformed malformed) {
      refuse(malformed.id(), malformed.error());
    } else if (message instanceof Inbound.Notification notification) {
      receive(notification);
    }
  }

  /** All but the farewell are ignored: an answer to them would be a frame nobody waits for. */
  private void receive(Inbound.Notification notification) {
    if (notification.method().equals("connection.close")) {
      close(new CloseReason(CloseCodes.NORMAL_CLOSURE, "As asked"));
    }
  }

  private void receive(Inbound.Request request) {
    Optional<RagMethod> method = services.methods().find(request.method());
    if (method.isEmpty()) {
      refuse(request.id(), RagErrors.unknownMethod(request.method(), services.methods().names()));
      return;
    }
    SocketReply reply = new SocketReply(request.id(), sender, this::answered);
    RagCall call = services.calls().open(request.id(), method.get(), request.params(), this, reply);
    reply.to(call);
    Optional<List<RagCall>> startable = slots.offer(call);
    if (startable.isPresent()) {
      startable.get().forEach(services.calls()::start);
    } else {
      services.metrics().limitHit("requests-in-flight");
      call.fail(RagErrors.tooManyAtOnce(services.config().parallel(), slots.outstanding()));
    }
  }

  private void answered(RagCall call) {
    slots.ended(call).forEach(services.calls()::start);
  }

  private void refuse(String id, RagError error) {
    sender.send(Outgoing.text(EnvelopeWriter.failure(id, error.toJson(Language.CHINESE, false))));
  }

  /** Ends the connection and what is worked on for it. */
  void close(CloseReason reason) {
    sender.close(reason);
    gone();
  }

  /** Stops what is worked on. Later calls do nothing. */
  void gone() {
    slots.close().forEach(RagCall::abandon);
  }

  /** Whether that conversation is the one that the client made or used last. */
  boolean isUsing(String id) {
    return conversation.filter(id::equals).isPresent();
  }

  @Override
  public Optional<Identity> identity() {
    return identity;
  }

  @Override
  public void identify(Identity known) {
    identity = Optional.of(known);
  }

  @Override
  public void uses(String id) {
    conversation = Optional.of(id);
  }

  @Override
  public Optional<String> connection() {
    return Optional.of(name);
  }

  @Override
  public String address() {
    return address;
  }

  @Override
  public void notify(String method, ObjectNode params) {
    sender.send(Outgoing.text(EnvelopeWriter.notification(method, params)));
  }
}
