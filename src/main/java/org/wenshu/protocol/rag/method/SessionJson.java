package org.wenshu.protocol.rag.method;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.wenshu.conversation.Conversation;
import org.wenshu.conversation.HistoryEntry;
import org.wenshu.conversation.Preferences;
import org.wenshu.question.Language;
import org.wenshu.question.Wording;

/** Conversations as results (sections 4.3 to 4.6). */
final class SessionJson {
  private static final Wording DESTROYED = new Wording("会话已销毁", "The session has been destroyed");

  private SessionJson() {}

  static ObjectNode created(Conversation made) {
    return Json.object()
        .put("session_id", made.id())
        .put("user_id", made.label())
        .put("created_at", Json.moment(made.createdAt()))
        .put("expires_at", Json.moment(made.expiresAt()));
  }

  static ObjectNode whole(Conversation found, List<HistoryEntry> history) {
    ObjectNode result = Json.object();
    result.put("session_id", found.id());
    result.put("user_id", found.label());
    ArrayNode entries = result.putArray("history");
    history.forEach(entry -> entries.add(entry(entry)));
    ObjectNode context = result.putObject("context");
    found.context().lastTable().ifPresent(table -> context.put("last_table", table));
    found.context().preferredLimit().ifPresent(limit -> context.put("preferred_limit", limit));
    result.set("preferences", preferences(found.preferences()));
    result.put("created_at", Json.moment(found.createdAt()));
    result.put("last_accessed", Json.moment(found.lastAccessed()));
    result.put("expires_at", Json.moment(found.expiresAt()));
    return result;
  }

  static ObjectNode destroyed(Language language) {
    return Json.object().put("success", true).put("message", DESTROYED.in(language));
  }

  static ObjectNode list(List<Conversation> conversations) {
    ObjectNode result = Json.object();
    ArrayNode sessions = result.putArray("sessions");
    for (Conversation one : conversations) {
      sessions
          .addObject()
          .put("session_id", one.id())
          .put("user_id", one.label())
          .put("created_at", Json.moment(one.createdAt()))
          .put("last_accessed", Json.moment(one.lastAccessed()))
          .put("expires_at", Json.moment(one.expiresAt()))
          .put("history_count", one.turns());
    }
    return result;
  }

  static ObjectNode extended(Conversation found) {
    return Json.object()
        .put("session_id", found.id())
        .put("expires_at", Json.moment(found.expiresAt()));
  }

  private static ObjectNode entry(HistoryEntry turn) {
    ObjectNode entry = Json.object();
    entry.put("query", turn.question());
    entry.put("sql", turn.sql().orElse(""));
    entry.put("timestamp", Json.moment(turn.timestamp()));
    entry.put("success", turn.success());
    turn.error().ifPresent(error -> entry.put("error", error));
    entry.put("execution_time", turn.executionTime().toNanos());
    return entry;
  }

  private static ObjectNode preferences(Preferences preferences) {
    return Json.object()
        .put("language", preferences.language())
        .put("date_format", preferences.dateFormat())
        .put("time_zone", preferences.timeZone())
        .put("default_limit", preferences.defaultLimit())
        .put("explain_queries", preferences.explainQueries())
        .put("optimize_queries", preferences.optimizeQueries());
  }
}
