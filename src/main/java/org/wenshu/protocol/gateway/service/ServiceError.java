package org.wenshu.protocol.gateway.service;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.wenshu.question.Language;
import org.wenshu.question.Wording;

/** Why a request failed: its type on the wire, and words for people. */
public record ServiceError(String type, Wording message) {
  /** An error with a message in both languages. */
  public static ServiceError of(String type, String chinese, String english) {
    return new ServiceError(type, new Wording(chinese, english));
  }

  /** The object on the wire. */
  public ObjectNode toJson(Language language) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("type", type)
        .put("message", message.in(language));
  }
}
