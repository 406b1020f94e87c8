package org.wenshu.protocol.gateway.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.wenshu.question.Language;

/** The language a client is spoken to: that of the words it sent, else English. */
final class CallLanguage {
  private static final List<String> WORDS = List.of("question", "query", "prompt");

  private CallLanguage() {}

  static Language of(ObjectNode request) {
    for (String name : WORDS) {
      JsonNode words = request.path(name);
      if (words.isTextual()) {
        return Language.of(words.textValue());
      }
    }
    return Language.ENGLISH;
  }
}
