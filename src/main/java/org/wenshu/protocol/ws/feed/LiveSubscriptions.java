package org.wenshu.protocol.ws.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.wenshu.feed.live.LiveQuestions;
import org.wenshu.protocol.ws.feed.FeedFault.Code;
import org.wenshu.question.Question;

/** The live questions of one connection. Thread-safe. */
final class LiveSubscriptions {
  private static final int MAX_QUESTION_CHARS = 8_000;

  private final FeedServices services;
  private final FeedSession session;
  private final Map<String, LiveSubscription> open = new ConcurrentHashMap<>();
  private volatile boolean closed;

  LiveSubscriptions(FeedServices services, FeedSession session) {
    this.services = services;
    this.session = session;
  }

  /** Confirms, then has the question answered and kept open. */
  void subscribe(JsonNode message) {
    String text = message.path("query").asText("").strip();
    if (text.isEmpty() || text.length() > MAX_QUESTION_CHARS) {
      throw new RequestFault(FeedFault.invalid("query"));
    }
    String id =
        SubscribeReader.id(message, message.path("data"))
            .orElseGet(() -> UUID.randomUUID().toString());
    LiveQuestions questions = services.inputs().live();
    int most = questions.config().maxPerConnection();
    if (!open.containsKey(id) && open.size() >= most) {
      throw new RequestFault(FeedFault.of(Code.MAX_SUBSCRIPTIONS_EXCEEDED, "订阅数量已达上限: " + most));
    }
    remove(id);
    LiveSubscription[] made = new LiveSubscription[1];
    LiveSubscription subscription =
        new LiveSubscription(
            id,
            Question.of(text),
            session,
            services.clock().instant(),
            () -> open.remove(id, made[0]));
    made[0] = subscription;
    open.put(id, subscription);
    session.control(
        FeedFrames.echo(session.frames().live(subscription, "subscription_response"), message));
    subscription.listen(questions);
    if (closed) {
      subscription.close();
    }
  }

  /** Ends one; false when the id is not known. */
  boolean remove(String id) {
    Optional<LiveSubscription> known = Optional.ofNullable(open.remove(id));
    known.ifPresent(LiveSubscription::close);
    return known.isPresent();
  }

  void list(ArrayNode list) {
    for (LiveSubscription one : List.copyOf(open.values())) {
      ObjectNode entry = session.frames().live(one, "live");
      entry.remove("data");
      list.add(entry);
    }
  }

  void close() {
    closed = true;
    List.copyOf(open.keySet()).forEach(this::remove);
  }
}
