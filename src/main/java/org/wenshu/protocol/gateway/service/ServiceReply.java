package org.wenshu.protocol.gateway.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.wenshu.question.Language;

/** Where the answer to a call goes. Called by one thread at a time, nothing after the end. */
public interface ServiceReply {
  /** A piece of a streamed answer, with more to come. */
  void piece(ObjectNode piece);

  /** The end: the answer, or its last piece. */
  void success(ObjectNode answer);

  /** The end: an error. */
  void failure(ServiceError error, Language language);

  /** The end: nobody waits for an answer. */
  void abandoned();
}
