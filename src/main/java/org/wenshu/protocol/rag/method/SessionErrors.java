package org.wenshu.protocol.rag.method;

import java.util.List;
import org.wenshu.conversation.Creation.LimitReached;
import org.wenshu.conversation.Lookup;
import org.wenshu.protocol.rag.wire.RagCode;
import org.wenshu.protocol.rag.wire.RagError;

/** What is said of sessions that cannot be used (section 6). Their ids are secrets. */
final class SessionErrors {
  private static final int SHOWN = 4;

  private SessionErrors() {}

  static RagError of(String id, Lookup lookup) {
    return lookup instanceof Lookup.Expired expired ? expired(id, expired) : notFound(id);
  }

  static RagError notFound(String id) {
    return RagError.of(RagCode.SESSION_NOT_FOUND, "会话不存在", "There is no such session")
        .with("session_id", masked(id))
        .with("possible_reasons", List.of("unknown", "destroyed", "owned_by_another_user"));
  }

  static RagError limit(LimitReached limit) {
    return RagError.of(RagCode.SESSION_LIMIT, "会话数量已达上限", "Too many sessions")
        .with("user_id", limit.owner())
        .with("current_sessions", limit.current())
        .with("max_sessions", limit.most())
        .with("oldest_session", masked(limit.oldest()));
  }

  private static RagError expired(String id, Lookup.Expired expired) {
    return RagError.of(RagCode.SESSION_EXPIRED, "会话已过期", "The session has expired")
        .with("session_id", masked(id))
        .with("expired_at", Json.moment(expired.expiredAt()))
        .with("max_idle_time", expired.maxIdle().toSeconds());
  }

  private static String masked(String id) {
    return id.length() <= SHOWN * 2 ? "***" : id.substring(0, SHOWN) + "***";
  }
}
