package org.wenshu.ask;

import java.util.function.Function;
import org.wenshu.audit.AuditJournal;
import org.wenshu.question.Question;
import org.wenshu.security.Caller;

/**
 * How questions are recorded.
 *
 * @param journal takes the records
 * @param policyVersions names the policy that a caller's question is judged by
 */
public record AskAudit(AuditJournal journal, Function<Caller, String> policyVersions) {
  AskRecorder begin(Question question, Caller caller, AskListener listener) {
    return new AskRecorder(listener, journal, question, caller, policyVersions.apply(caller));
  }
}
