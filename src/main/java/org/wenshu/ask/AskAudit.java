package org.wenshu.ask;

import java.util.function.Function;
import org.wenshu.audit.AuditJournal;
import org.wenshu.security.Caller;

/**
 * How questions are recorded.
 *
 * @param journal takes the records
 * @param policyVersions names the policy that a caller's question is judged by
 * @param observer watches the questions
 */
public record AskAudit(
    AuditJournal journal, Function<Caller, String> policyVersions, AskObserver observer) {
  /** Records that nobody watches. */
  public AskAudit(AuditJournal journal, Function<Caller, String> policyVersions) {
    this(journal, policyVersions, AskObserver.none());
  }

  AskRecorder begin(AskRequest request, AskListener listener) {
    return new AskRecorder(listener, this, request.question(), request.caller());
  }
}
