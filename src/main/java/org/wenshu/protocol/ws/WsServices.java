package org.wenshu.protocol.ws;

import java.time.Clock;
import org.wenshu.ask.AskDispatcher;
import org.wenshu.protocol.frames.FrameSenders;
import org.wenshu.security.Authentication;

/** The parts that the endpoint is made of. Immutable. */
public final class WsServices {
  private final WsConfig config;
  private final Authentication authentication;
  private final AskDispatcher dispatcher;
  private final FrameSenders senders;
  private final ResultJson results;
  private final RequestReader requests;
  private final RejectionRenderer rejections;

  /** The parts, put together. */
  public WsServices(
      WsConfig config,
      Authentication authentication,
      AskDispatcher dispatcher,
      FrameSenders senders,
      Clock clock) {
    this.config = config;
    this.authentication = authentication;
    this.dispatcher = dispatcher;
    this.senders = senders;
    this.results = new ResultJson(config.maxResultBytes(), clock);
    this.requests = new RequestReader(config.maxQuestionChars());
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

  ResultJson results() {
    return results;
  }

  RequestReader requests() {
    return requests;
  }

  RejectionRenderer rejections() {
    return rejections;
  }
}
