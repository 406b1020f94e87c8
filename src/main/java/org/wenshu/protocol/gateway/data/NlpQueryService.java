package org.wenshu.protocol.gateway.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.wenshu.ask.AskEvent;
import org.wenshu.assistant.Asking;
import org.wenshu.protocol.gateway.service.GatewayService;
import org.wenshu.protocol.gateway.service.ServiceCall;
import org.wenshu.protocol.gateway.service.ServiceError;
import org.wenshu.protocol.gateway.service.ServiceException;

/**
 * {@code nlp-query} (contract, section 4.11): what would be run for a question, without running it.
 * Questions become SQL here, so {@code graphql_query} is empty and {@code sql} holds the statement.
 * Thread-safe.
 */
public final class NlpQueryService implements GatewayService {
  private static final double CONFIDENCE = 0.8;

  private final Asking asking;
  private final Duration budget;

  /** Asks there, each question within that time. */
  public NlpQueryService(Asking asking, Duration budget) {
    this.asking = asking;
    this.budget = budget;
  }

  @Override
  public String kind() {
    return "nlp-query";
  }

  @Override
  public String errorType() {
    return "nlp-query-error";
  }

  @Override
  public void answer(ServiceCall call) {
    String question = call.fields().required("question");
    AskEvent end = asking.explain(question, Askers.of(call, budget));
    if (end instanceof AskEvent.Explained explained) {
      call.succeed(statement(explained));
    } else if (end instanceof AskEvent.Abstained abstained) {
      throw new ServiceException(new ServiceError(errorType(), abstained.reason()));
    } else if (end instanceof AskEvent.Failed failed) {
      throw new ServiceException(new ServiceError(errorType(), failed.error()));
    }
  }

  private static ObjectNode statement(AskEvent.Explained explained) {
    ObjectNode answer = ServiceCall.object();
    answer.put("graphql_query", "");
    answer.putObject("variables");
    explained.guarded().tables().stream()
        .sorted()
        .forEach(answer.putArray("detected_schemas")::add);
    answer.put("confidence", CONFIDENCE);
    answer.put("sql", explained.shownSql());
    answer.putArray("sql_params");
    return answer;
  }
}
