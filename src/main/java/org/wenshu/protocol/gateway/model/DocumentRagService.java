package org.wenshu.protocol.gateway.model;

import java.time.Duration;
import org.wenshu.assistant.retrieval.DocumentAnswers;
import org.wenshu.knowledge.CollectionId;
import org.wenshu.protocol.gateway.service.Fields;
import org.wenshu.protocol.gateway.service.GatewayService;
import org.wenshu.protocol.gateway.service.ServiceCall;
import org.wenshu.question.Deadline;

/** {@code document-rag} (contract, section 4.6). Thread-safe. */
public final class DocumentRagService implements GatewayService {
  private final DocumentAnswers answers;
  private final Duration budget;

  /** Answers from there, each within that time. */
  public DocumentRagService(DocumentAnswers answers, Duration budget) {
    this.answers = answers;
    this.budget = budget;
  }

  @Override
  public String kind() {
    return "document-rag";
  }

  @Override
  public String errorType() {
    return "document-rag-error";
  }

  @Override
  public void answer(ServiceCall call) {
    Fields fields = call.fields();
    TextStream text = new TextStream(call, "response");
    answers.answer(
        fields.required("query"),
        CollectionId.of(fields.user(), fields.collection()),
        fields.number("doc-limit", 20, 1, 100),
        text,
        Deadline.after(budget),
        call.cancellation());
    text.end();
  }
}
