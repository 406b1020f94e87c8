package org.wenshu.protocol.gateway.bulk;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * What the metadata of a frame say of where its items belong.
 *
 * @param user empty where it is not said
 * @param collection empty where it is not said
 */
record Metadata(String user, String collection) {
  static final Metadata NONE = new Metadata("", "");

  /** Reads the object whose first brace the parser stands at. */
  static Metadata read(JsonParser json) throws IOException {
    String user = "";
    String collection = "";
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String field = json.currentName();
      JsonToken token = json.nextToken();
      if (field.equals("user") && token == JsonToken.VALUE_STRING) {
        user = json.getText();
      } else if (field.equals("collection") && token == JsonToken.VALUE_STRING) {
        collection = json.getText();
      } else {
        json.skipChildren();
      }
    }
    return new Metadata(user, collection);
  }
}
