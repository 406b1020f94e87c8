package org.wenshu.protocol.rag.method;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.wenshu.protocol.rag.wire.RagError;
import org.wenshu.question.Language;

/** Where the answer to one request goes. Exactly one of its methods is called, once. */
public interface RagReply {
  /** It succeeded; the result is not empty. */
  void success(ObjectNode result);

  /** It failed. */
  void failure(RagError error, Language language, boolean administrator);

  /** Nobody waits for the answer any more. */
  void abandoned();
}
