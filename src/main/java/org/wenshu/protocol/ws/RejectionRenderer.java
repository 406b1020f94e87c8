package org.wenshu.protocol.ws;

import java.util.Optional;
import org.wenshu.protocol.ws.ResultJson.ErrorResult;

/**
 * Renders the answer to a message that is no answerable question, outcomes P7 to P10 (contract of
 * the text2sql stream, section 4). Clients of the older document know no result message: they get
 * its frame for the unexpected instead. Thread-safe.
 */
final class RejectionRenderer {
  private static final String NOT_JSON_REMARK = " (JSON解码错误)";

  private final ResultJson results;
  private final boolean strictUpstream;

  RejectionRenderer(ResultJson results, boolean strictUpstream) {
    this.results = results;
    this.strictUpstream = strictUpstream;
  }

  void render(WsRequest.Rejected rejected, Reply reply) {
    boolean badQuestion = rejected.reason() == WsRequest.Reason.BAD_QUESTION;
    if (badQuestion) {
      reply.status(Frames.RECEIVED);
      reply.status(Frames.DONE);
      reply.status(Frames.NOTHING_GENERATED);
    }
    if (!rejected.options().olderDocument()) {
      renderResult(rejected, reply);
    } else if (!badQuestion) {
      reply.status(Frames.UNEXPECTED + rejected.error());
    }
  }

  private void renderResult(WsRequest.Rejected rejected, Reply reply) {
    boolean notJson = rejected.reason() == WsRequest.Reason.NOT_JSON;
    if (!notJson || !strictUpstream) {
      reply.result(
          results.error(
              new ErrorResult(
                  rejected.query(),
                  rejected.error(),
                  rejected.options().id(),
                  Optional.empty(),
                  Optional.empty())));
    }
    reply.terminator(notJson ? NOT_JSON_REMARK : "");
  }
}
