package org.wenshu.protocol.rag.method;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.wenshu.question.Language;

/**
 * The language a client is spoken to: that of the words it sent, because no member of the protocol
 * says so. Ids and names of tables are no words; without any it is Chinese, as in the contract's
 * own messages.
 */
final class CallLanguage {
  private static final List<String> WORDS = List.of("query", "partial");

  private CallLanguage() {}

  static Language of(JsonNode params) {
    for (String name : WORDS) {
      JsonNode words = params.path(name);
      if (words.isTextual() && words.textValue().codePoints().anyMatch(Character::isLetter)) {
        return Language.of(words.textValue());
      }
    }
    return Language.CHINESE;
  }
}
