package org.wenshu.question;

import java.util.UUID;

/** Names one question in logs, audit records and error messages. */
public record QuestionId(String value) {
  /** A fresh id of 128 bits, 122 of them random. */
  public static QuestionId random() {
    return new QuestionId(UUID.randomUUID().toString());
  }

  @Override
  public String toString() {
    return value;
  }
}
