package org.wenshu.protocol.rag.method;

import java.util.Optional;
import org.wenshu.conversation.Conversation;
import org.wenshu.conversation.Conversations;
import org.wenshu.conversation.Lookup;
import org.wenshu.protocol.rag.wire.RagException;

/** Finds the session that a request names, if it names one. Thread-safe. */
final class SessionOf {
  private final Conversations conversations;

  SessionOf(Conversations conversations) {
    this.conversations = conversations;
  }

  /**
   * The caller's own session, accessed now.
   *
   * @throws RagException when it names one that is not the caller's, or is over
   */
  Optional<Conversation> find(RagCall call) {
    Optional<String> id = call.params().text("session_id").filter(text -> !text.isEmpty());
    return id.map(named -> find(call, named));
  }

  private Conversation find(RagCall call, String id) {
    Lookup lookup = conversations.open(id, call.identity().caller().name());
    if (lookup instanceof Lookup.Found found) {
      call.peer().uses(id);
      return found.conversation();
    }
    throw new RagException(SessionErrors.of(id, lookup));
  }
}
