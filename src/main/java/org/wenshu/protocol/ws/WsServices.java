package org.wenshu.protocol.ws;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.wenshu.ask.AskDispatcher;
import org.wenshu.operations.metrics.RequestMetrics;
import org.wenshu.protocol.frames.FrameSenders;
import org.wenshu.protocol.ws.feed.FeedServices;
import org.wenshu.security.Authentication;

/** The parts that the endpoint is made of. Immutable. */
public final class WsServices {
  /** The name of this dialect in metrics. */
  static final String DIALECT = "text2sql";

  private final WsConfig config;
  private final Authentication authentication;
  private final AskDispatcher dispatcher;
  private final FrameSenders senders;
  private final RequestMetrics metrics;
  private final AtomicInteger connections;
  private final ResultJson results;
  private final RequestReader requests;
  private final RequestReader sharedRequests;
  private final RejectionRenderer rejections;
  private final FeedServices feed;

  /** The parts, put together. */
  public WsServices(
      WsConfig config,
      Authentication authentication,
      AskDispatcher dispatcher,
      FrameSenders senders,
      RequestMetrics metrics,
      FeedServices feed,
      Clock clock) {
    this.config = config;
    this.authentication = authentication;
    this.dispatcher = dispatcher;
    this.senders = senders;
    this.metrics = metrics;
    this.connections = metrics.connections(DIALECT);
    this.results = new ResultJson(config.maxResultBytes(), clock);
    int chars = config.maxQuestionChars();
    int bytes = config.maxMessageBytes();
    this.requests = new RequestReader(chars, bytes, true);
    this.sharedRequests = new RequestReader(chars, bytes, feed.config().shared());
    this.feed = feed;
    this.rejections = new RejectionRenderer(results, config.strictUpstream());
  }

  WsConfig config() {
    return config;
  }

  Authentication authentication() {
    return authentication;
  }

  AskDispatcher dispatcher() {
    return dispatcher;
  }

  FrameSenders senders() {
    return senders;
  }

  RequestMetrics metrics() {
    return metrics;
  }

  /** How many connections of this dialect are open. */
  AtomicInteger connections() {
    return connections;
  }

  ResultJson results() {
    return results;
  }

  /** The feed, which shares the sockets. */
  FeedServices feed() {
    return feed;
  }

  /**
   * Reads requests.
   *
   * @param shared whether on a path of the text2sql stream
   */
  RequestReader requests(boolean shared) {
    return shared ? sharedRequests : requests;
  }

  RejectionRenderer rejections() {
    return rejections;
  }
}
