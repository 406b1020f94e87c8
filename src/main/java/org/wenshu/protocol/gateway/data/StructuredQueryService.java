package org.wenshu.protocol.gateway.data;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.wenshu.ask.Answer;
import org.wenshu.ask.AskEvent;
import org.wenshu.assistant.Asking;
import org.wenshu.protocol.gateway.service.GatewayService;
import org.wenshu.protocol.gateway.service.ServiceCall;
import org.wenshu.protocol.gateway.service.ServiceError;
import org.wenshu.protocol.gateway.service.ServiceException;
import org.wenshu.protocol.json.RowArray;

/**
 * {@code structured-query} (contract, section 4.12): the question goes the way of every other, with
 * the caller's own permissions, and comes back as rows with the statement. Thread-safe.
 */
public final class StructuredQueryService implements GatewayService {
  private static final int MOST_ROWS = 1_000;
  private static final int MAX_BYTES = 900 << 10;
  private static final int MAX_BODY_BYTES = 32 << 20;

  private final Asking asking;
  private final Duration budget;

  /** Asks there, each question within that time. */
  public StructuredQueryService(Asking asking, Duration budget) {
    this.asking = asking;
    this.budget = budget;
  }

  @Override
  public String kind() {
    return "structured-query";
  }

  @Override
  public String errorType() {
    return "structured-query-error";
  }

  @Override
  public void answer(ServiceCall call) {
    String question = call.fields().required("question");
    AskEvent end = asking.ask(question, MOST_ROWS, Askers.of(call, budget));
    if (end instanceof AskEvent.Answered answered) {
      call.succeed(rows(answered.answer(), call.isFramed()));
    } else if (end instanceof AskEvent.Abstained abstained) {
      ObjectNode answer = ServiceCall.object().putNull("data");
      answer.putArray("errors").add(abstained.reason().in(call.language()));
      call.succeed(answer);
    } else if (end instanceof AskEvent.Failed failed) {
      throw new ServiceException(new ServiceError(errorType(), failed.error()));
    }
  }

  private static ObjectNode rows(Answer answer, boolean framed) {
    RowArray array = RowArray.of(answer.rows(), framed ? MAX_BYTES : MAX_BODY_BYTES);
    ObjectNode json = ServiceCall.object();
    String root = answer.tables().isEmpty() ? "result" : answer.tables().get(0);
    json.putObject("data").putRawValue(root, array.array());
    json.putArray("errors");
    json.put("sql", answer.shownSql());
    ArrayNode columns = json.putArray("columns");
    answer.rows().columns().forEach(columns::add);
    if (answer.rows().truncated() || array.count() < answer.rows().rows().size()) {
      json.put("truncated", true);
    }
    return json;
  }
}
