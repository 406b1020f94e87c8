package org.wenshu.protocol.gateway.model;

import java.time.Duration;
import org.wenshu.assistant.LanguageModel;
import org.wenshu.protocol.gateway.service.GatewayService;
import org.wenshu.protocol.gateway.service.ServiceCall;
import org.wenshu.question.Deadline;

/** {@code text-completion} (contract, section 4.3). Thread-safe. */
public final class TextCompletion implements GatewayService {
  private final LanguageModel model;
  private final Duration budget;

  /** Completions by that model, each within that time. */
  public TextCompletion(LanguageModel model, Duration budget) {
    this.model = model;
    this.budget = budget;
  }

  @Override
  public String kind() {
    return "text-completion";
  }

  @Override
  public String errorType() {
    return "llm-error";
  }

  @Override
  public void answer(ServiceCall call) {
    String system = call.fields().present("system");
    String prompt = call.fields().required("prompt");
    TextStream text = new TextStream(call, "response");
    LanguageModel.Listener listener = new LanguageModel.Listener(text, text::used);
    var unused =
        model.answer(system, prompt, listener, Deadline.after(budget), call.cancellation());
    text.end(text.tokens().put("model", model.name()));
  }
}
