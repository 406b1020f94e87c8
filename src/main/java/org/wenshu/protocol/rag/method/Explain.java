package org.wenshu.protocol.rag.method;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.wenshu.ask.AskEvent;
import org.wenshu.ask.AskOptions;
import org.wenshu.explanation.Explanation;

/** {@code query.explain} (section 4.8): the path of a question up to the database. */
final class Explain implements RagMethod {
  private static final int SUGGESTED = 3;

  private final Asking asking;
  private final Suggestions suggestions;

  Explain(Asking asking, Suggestions suggestions) {
    this.asking = asking;
    this.suggestions = suggestions;
  }

  @Override
  public String name() {
    return "query.explain";
  }

  @Override
  public Set<String> aliases() {
    return Set.of("explain", "query/explain");
  }

  @Override
  public void answer(RagCall call) {
    AskOptions dry =
        new AskOptions(
            Optional.of(Asking.within(call)),
            Optional.of(QueryOptions.STANDARD_WINDOW),
            false,
            true);
    asking.ask(
        call,
        dry,
        OptionalInt.empty(),
        event -> {
          if (event instanceof AskEvent.Explained explained) {
            call.succeed(result(call, explained));
          }
        });
  }

  private ObjectNode result(RagCall call, AskEvent.Explained explained) {
    Explanation explanation = explained.insight().explanation().orElseThrow();
    ObjectNode result = Json.object();
    result.put("intent", explanation.intent().word());
    result.set("tables", Json.texts(explanation.tables()));
    result.set("columns", Json.texts(explanation.columns()));
    result.set("conditions", Json.texts(explanation.conditions()));
    result.set("operations", Json.texts(explanation.operations()));
    result.put("complexity", explanation.complexity().word());
    result.put("sql", explained.shownSql());
    result.put("explanation", explanation.full());
    result.set(
        "suggestions",
        Json.texts(
            suggestions.related(
                call.params().requiredWords("query"), call.identity().caller(), SUGGESTED)));
    return result;
  }
}
