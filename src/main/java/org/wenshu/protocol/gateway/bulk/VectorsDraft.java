package org.wenshu.protocol.gateway.bulk;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.wenshu.knowledge.Vector;

/** The vectors of an item: a list of them, or one. */
final class VectorsDraft {
  private final List<Vector> vectors = new ArrayList<>(1);

  /** Takes the value of one of the fields that hold vectors. */
  boolean take(String field, JsonParser json) throws IOException, BadItem {
    if (!field.equals("vectors") && !field.equals("embedding")) {
      return false;
    }
    if (json.currentToken() != JsonToken.START_ARRAY) {
      json.skipChildren();
      throw new BadItem(field + " is no list");
    }
    FloatList numbers = new FloatList();
    BulkJson.takeNumbers(json, numbers);
    JsonToken first = json.nextToken();
    if (first == JsonToken.START_ARRAY && numbers.isEmpty()) {
      takeList(json);
    } else if (first != JsonToken.END_ARRAY || !numbers.isEmpty()) {
      vectors.add(BulkJson.rest(json, first, numbers));
    }
    return true;
  }

  private void takeList(JsonParser json) throws IOException, BadItem {
    String wrong = null;
    while (json.currentToken() != JsonToken.END_ARRAY) {
      wrong = one(json, wrong);
      json.nextToken();
    }
    if (wrong != null) {
      throw new BadItem(wrong);
    }
  }

  private String one(JsonParser json, String wrong) throws IOException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      json.skipChildren();
      return "A vector is no list";
    }
    try {
      vectors.add(BulkJson.vector(json));
      return wrong;
    } catch (BadItem bad) {
      return bad.getMessage();
    }
  }

  List<Vector> all() throws BadItem {
    if (vectors.isEmpty()) {
      throw new BadItem("There is no vector");
    }
    return vectors;
  }
}
