package org.wenshu.protocol.gateway.data;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.wenshu.knowledge.CollectionId;
import org.wenshu.knowledge.Triple;
import org.wenshu.knowledge.TriplePattern;
import org.wenshu.knowledge.TripleStore;
import org.wenshu.protocol.gateway.service.Fields;
import org.wenshu.protocol.gateway.service.GatewayService;
import org.wenshu.protocol.gateway.service.ServiceCall;
import org.wenshu.protocol.json.Utf8;

/** {@code triples} (contract, section 4.10). Thread-safe. */
public final class TriplesService implements GatewayService {
  private static final Logger LOG = Logger.getLogger(TriplesService.class.getName());
  private static final int STANDARD = 10_000;
  private static final int MOST = 100_000;
  private static final int MAX_FRAME_BYTES = 900 << 10;
  private static final int TRIPLE_SYNTAX_BYTES = 72;

  private final TripleStore triples;

  /** Looks in that store. */
  public TriplesService(TripleStore triples) {
    this.triples = triples;
  }

  @Override
  public String kind() {
    return "triples";
  }

  @Override
  public String errorType() {
    return "triples-query-error";
  }

  @Override
  public void answer(ServiceCall call) {
    Fields fields = call.fields();
    TriplePattern pattern =
        new TriplePattern(
            WireValue.pattern(fields.node("s"), false),
            WireValue.pattern(fields.node("p"), false),
            WireValue.pattern(fields.node("o"), true));
    CollectionId collection = CollectionId.of(fields.user(), fields.collection());
    int limit = fields.number("limit", STANDARD, 0, MOST);
    List<Triple> found = limit == 0 ? List.of() : triples.find(collection, pattern, limit);
    call.succeed(answer(found, call.isFramed()));
  }

  /** One frame of a socket holds so many; HTTP has no such limit. */
  private static ObjectNode answer(List<Triple> found, boolean framed) {
    ObjectNode answer = ServiceCall.object();
    ArrayNode list = answer.putArray("response");
    int bytes = 0;
    for (Triple triple : found) {
      bytes += TRIPLE_SYNTAX_BYTES + bytes(triple);
      if (framed && bytes > MAX_FRAME_BYTES) {
        LOG.log(
            Level.INFO,
            "An answer of {0} triples was cut to {1}, which fit a frame",
            new Object[] {found.size(), list.size()});
        break;
      }
      list.add(WireValue.json(triple));
    }
    return answer;
  }

  private static int bytes(Triple triple) {
    return Utf8.length(triple.s().v()) + Utf8.length(triple.p().v()) + Utf8.length(triple.o().v());
  }
}
