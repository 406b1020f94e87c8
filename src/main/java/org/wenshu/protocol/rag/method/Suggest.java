package org.wenshu.protocol.rag.method;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.wenshu.protocol.rag.wire.Params;

/** {@code query.suggest} (section 4.9). */
final class Suggest implements RagMethod {
  private static final int STANDARD = 5;
  private static final int MOST = 20;

  private final Suggestions suggestions;
  private final SessionOf sessions;

  Suggest(Suggestions suggestions, SessionOf sessions) {
    this.suggestions = suggestions;
    this.sessions = sessions;
  }

  @Override
  public String name() {
    return "query.suggest";
  }

  @Override
  public Set<String> aliases() {
    return Set.of("query/suggest");
  }

  @Override
  public void answer(RagCall call) {
    Params params = call.params();
    String partial = params.requiredText("partial");
    int limit = Math.min(MOST, params.number("limit", STANDARD, 1, Integer.MAX_VALUE));
    var unused = sessions.find(call);
    List<String> found =
        suggestions.suggest(partial, call.identity().caller(), limit, call.language());
    ObjectNode result = Json.object();
    result.set("suggestions", Json.texts(found));
    call.succeed(result);
  }
}
