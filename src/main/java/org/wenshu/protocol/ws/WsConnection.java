package org.wenshu.protocol.ws;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.wenshu.ask.AskRequest;
import org.wenshu.protocol.frames.FrameSender;
import org.wenshu.protocol.ws.feed.FeedSession;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Question;

/**
 * One connection: answers its messages one after the other, in order, and cancels the question on
 * its way when the client leaves. Thread-safe.
 */
final class WsConnection {
  private static final Logger LOG = Logger.getLogger(WsConnection.class.getName());
  private static final CloseReason FLOODING =
      new CloseReason(CloseCodes.TRY_AGAIN_LATER, "Too many unanswered messages");

  private final WsServices services;
  private final HandshakePrincipal handshake;
  private final String name;
  private final RequestQueue requests;
  private final FrameSender sender;
  private final Consumer<FeedSession> whenFed;
  private Cancellation current = new Cancellation();
  private volatile FeedSession feed;
  private boolean closed;

  WsConnection(
      WsServices services,
      HandshakePrincipal handshake,
      String name,
      Consumer<FeedSession> whenFed,
      SenderFactory senders) {
    this.services = services;
    this.handshake = handshake;
    this.name = name;
    this.whenFed = whenFed;
    this.requests = new RequestQueue(services.config().maxQueued());
    this.sender = senders.open(this::closed);
  }

  /** Opens the sender that tells when it has broken the connection off. */
  interface SenderFactory {
    FrameSender open(Runnable whenBroken);
  }

  FrameSender sender() {
    return sender;
  }

  /** Begins to serve the feed, at the latest with the first message to it. */
  synchronized Optional<FeedSession> openFeed(Optional<String> symbol) {
    if (feed == null && !closed) {
      feed = services.feed().sessions().open(sender, handshake.identity(), symbol);
      whenFed.accept(feed);
    }
    return Optional.ofNullable(feed);
  }

  /** Refuses a message that is too long, where the feed has words for it. */
  boolean refuseTooLong() {
    FeedSession used = feed;
    if (used != null) {
      used.refuseTooLong();
    }
    return used != null;
  }

  /** Answers the message, or queues it behind the others. */
  void receive(WsRequest request, int length) {
    FeedSession used = feed;
    if (request instanceof WsRequest.Feed message) {
      openFeed(Optional.empty()).ifPresent(open -> open.receive(message.message(), length));
    } else if (used != null
        && request instanceof WsRequest.Rejected rejected
        && rejected.reason() != WsRequest.Reason.BAD_QUESTION) {
      boolean json = rejected.reason() == WsRequest.Reason.NOT_A_QUESTION;
      used.refuse(json, json ? rejected.error() : "无效的JSON格式");
    } else {
      queue(request);
    }
  }

  private void queue(WsRequest request) {
    switch (requests.offer(request)) {
      case IDLE -> answerNext();
      case FLOODED -> {
        services.metrics().limitHit("flooding");
        closed();
        sender.close(FLOODING);
      }
      case QUEUED -> {}
    }
  }

  /** Cancels the question on its way and drops the rest. Later calls do nothing. */
  void closed() {
    Cancellation running;
    FeedSession used;
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      running = current;
      used = feed;
    }
    if (used != null) {
      services.feed().sessions().forget(used);
    }
    if (requests.close()) {
      LOG.log(Level.INFO, "[{0}] The client left before its answer was complete", name);
    }
    running.cancel();
  }

  private void answerNext() {
    WsRequest next = requests.next();
    if (next instanceof WsRequest.Ask ask) {
      answer(ask);
    } else if (next instanceof WsRequest.Rejected rejected) {
      if (rejected.reason() == WsRequest.Reason.BUSY) {
        services.metrics().limitHit("requests-in-flight");
      }
      Reply reply = reply(rejected, name);
      services.rejections().render(rejected, reply);
      reply.afterwards(this::answerNext);
    }
  }

  private void answer(WsRequest.Ask ask) {
    Cancellation cancellation = new Cancellation();
    synchronized (this) {
      if (closed) {
        return;
      }
      current = cancellation;
    }
    Question question = Question.of(ask.text());
    Text2SqlRenderer renderer =
        new Text2SqlRenderer(
            ask,
            reply(ask, name + " " + question.id()),
            services.results(),
            services.config().holdDone().holds(handshake.browser()),
            this::answerNext);
    MeasuredAnswer measured = new MeasuredAnswer(renderer, services.metrics());
    var unused = cancellation.onCancel(measured::abandoned);
    AskRequest asked = new AskRequest(question, handshake.caller());
    services.dispatcher().submit(asked, measured, cancellation);
  }

  private Reply reply(WsRequest request, String ids) {
    FrameLog log = new FrameLog("[" + ids + "] ", services.config());
    return new Reply(sender, request.options().stream(), log, services.config());
  }
}
