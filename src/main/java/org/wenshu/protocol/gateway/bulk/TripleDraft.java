package org.wenshu.protocol.gateway.bulk;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.List;
import org.wenshu.knowledge.Triple;
import org.wenshu.knowledge.Value;

/** A triple of which some parts have been read. */
final class TripleDraft implements ItemDraft<Triple> {
  private Value s;
  private Value p;
  private Value o;

  @Override
  public boolean take(String field, JsonParser json) throws IOException, BadItem {
    switch (field) {
      case "s" -> s = BulkJson.value(json, field);
      case "p" -> p = BulkJson.value(json, field);
      case "o" -> o = BulkJson.value(json, field);
      default -> {
        return false;
      }
    }
    return true;
  }

  @Override
  public List<Triple> items() throws BadItem {
    if (s == null || p == null || o == null) {
      throw new BadItem("A triple needs s, p and o");
    }
    return List.of(new Triple(s, p, o));
  }
}
