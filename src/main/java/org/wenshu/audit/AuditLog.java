package org.wenshu.audit;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Writes records as lines of JSON to the logger {@code org.wenshu.audit}. Thread-safe. */
final class AuditLog {
  private static final Logger LOG = Logger.getLogger("org.wenshu.audit");
  private static final JsonMapper JSON = new JsonMapper();

  private final boolean everything;

  /** A log of every record, or only of those that are not stored. */
  AuditLog(boolean everything) {
    this.everything = everything;
  }

  /** The record is on its way to the table. */
  void queued(AuditRecord entry) {
    if (everything && LOG.isLoggable(Level.INFO)) {
      LOG.log(Level.INFO, "{0}", line(entry, true));
    }
  }

  /** The record will not reach the table: this line is all there is of it. */
  void notStored(AuditRecord entry) {
    LOG.log(Level.WARNING, "{0}", line(entry, false));
  }

  static String line(AuditRecord entry, boolean stored) {
    ObjectNode line = JSON.createObjectNode();
    line.put("question_id", entry.questionId());
    line.put("asked_at", entry.askedAt().toString());
    line.put("caller", entry.caller());
    line.put("policy_version", entry.policyVersion());
    line.put("question", entry.question());
    entry.statements().draft().ifPresent(sql -> line.put("draft_sql", sql));
    entry.statements().guarded().ifPresent(sql -> line.put("guarded_sql", sql));
    entry.statements().generator().ifPresent(name -> line.put("generator", name));
    line.put("outcome", entry.outcome().name());
    entry.errorCode().ifPresent(code -> line.put("error_code", code));
    entry.rows().ifPresent(rows -> line.put("rows", rows));
    line.put("duration_ms", entry.duration().toMillis());
    if (!stored) {
      line.put("stored", false);
    }
    return line.toString();
  }
}
