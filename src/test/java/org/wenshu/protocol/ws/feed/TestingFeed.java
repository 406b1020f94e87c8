package org.wenshu.protocol.ws.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.wenshu.audit.AuditJournal;
import org.wenshu.feed.FeedConfig;
import org.wenshu.feed.FeedHub;
import org.wenshu.feed.Field;
import org.wenshu.feed.Tick;
import org.wenshu.feed.source.Ingest;
import org.wenshu.feed.source.SourceState;
import org.wenshu.operations.metrics.Meters;
import org.wenshu.protocol.frames.RecordingChannel;
import org.wenshu.protocol.frames.TestingSenders;
import org.wenshu.security.Identity;
import org.wenshu.security.Permissions;

/** The feed without a server around it, and one client. Nobody asks live questions here. */
final class TestingFeed implements AutoCloseable {
  private static final long PATIENCE_NANOS = 10_000_000_000L;

  private final RecordingChannel channel = new RecordingChannel();
  private final SourceState sources = new SourceState();
  private final FeedHub hub;
  private final FeedServices services;
  private final FeedSession session;
  private int read;

  TestingFeed() {
    this(FeedWireConfig.defaults());
  }

  TestingFeed(FeedWireConfig config) {
    this(config, true);
  }

  TestingFeed(FeedWireConfig config, boolean strict) {
    this(config, strict, Identity.anonymous());
  }

  TestingFeed(FeedWireConfig config, boolean strict, Identity client) {
    FeedConfig defaults = FeedConfig.defaults();
    hub =
        new FeedHub(
            new FeedConfig(defaults.zone(), defaults.sources(), defaults.takeover(), strict),
            Clock.systemUTC());
    IngestAudit audit = new IngestAudit(AuditJournal.none(), Clock.systemUTC());
    services =
        new FeedServices(
            config,
            hub,
            new FeedInputs(sources, new Ingest(hub, sources, Clock.systemUTC()), audit, null),
            new FeedAccess(true, caller -> new Permissions(Set.of(), false, Set.of())),
            new FeedCounters(new Meters()),
            Clock.systemUTC(),
            task -> {
              Thread thread = new Thread(task, "feed");
              thread.setDaemon(true);
              return thread;
            });
    session = services.sessions().open(TestingSenders.on(channel), client, Optional.empty());
  }

  /** Something is told of the symbol: pairs of a field and its value. */
  void tick(String symbol, Object... numbers) {
    Map<Field, BigDecimal> fields = new HashMap<>();
    for (int i = 0; i < numbers.length; i += 2) {
      fields.put((Field) numbers[i], new BigDecimal(numbers[i + 1].toString()));
    }
    Tick tick =
        new Tick(
            "ingest",
            symbol,
            Instant.now(),
            OptionalLong.empty(),
            fields,
            Map.of(),
            Optional.empty());
    assertThat(hub.publish(tick)).isEmpty();
  }

  void price(String symbol, Object price) {
    tick(symbol, Field.PRICE, price);
  }

  /** What the client sends. */
  TestingFeed send(String... messages) {
    for (String message : messages) {
      session.receive(FeedSocket.json(message.replace('\'', '"')), message.length());
    }
    return this;
  }

  /** The next frame. */
  JsonNode next() {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (channel.frames().size() <= read) {
      assertThat(System.nanoTime()).as("nothing came").isLessThan(end);
      Thread.onSpinWait();
    }
    return FeedSocket.json(channel.frames().get(read++));
  }

  /** The next frame of that type. */
  JsonNode next(String type) {
    JsonNode frame = next();
    while (!frame.path("type").asText().equals(type)) {
      frame = next();
    }
    return frame;
  }

  /** All frames up to the answer to a ping sent now, the data that is on its way included. */
  List<JsonNode> rest() throws InterruptedException {
    Thread.sleep(100);
    send("{'type':'ping','timestamp':'rest'}");
    JsonNode[] frames = {};
    for (JsonNode frame = next(); !frame.path("type").asText().equals("pong"); frame = next()) {
      frames = Arrays.copyOf(frames, frames.length + 1);
      frames[frames.length - 1] = frame;
    }
    return List.of(frames);
  }

  /** The text of the frame that was read last. */
  String text() {
    return channel.frames().get(read - 1);
  }

  RecordingChannel channel() {
    return channel;
  }

  SourceState sources() {
    return sources;
  }

  FeedSessions sessions() {
    return services.sessions();
  }

  FeedSession session() {
    return session;
  }

  @Override
  public void close() {
    services.close();
  }
}
