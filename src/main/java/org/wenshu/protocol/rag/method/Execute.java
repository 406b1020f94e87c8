package org.wenshu.protocol.rag.method;

import java.util.Optional;
import java.util.Set;
import org.wenshu.ask.Answer;
import org.wenshu.ask.AskEvent;
import org.wenshu.ask.AskOptions;
import org.wenshu.question.RowWindow;

/** {@code query.execute} (section 4.7). */
final class Execute implements RagMethod {
  private final Asking asking;
  private final AnswerJson results;

  Execute(Asking asking, AnswerJson results) {
    this.asking = asking;
    this.results = results;
  }

  @Override
  public String name() {
    return "query.execute";
  }

  @Override
  public Set<String> aliases() {
    return Set.of("query", "query/execute");
  }

  @Override
  public void answer(RagCall call) {
    QueryOptions options = QueryOptions.of(call.params());
    options.timeout().ifPresent(call::mayTake);
    AskOptions wanted =
        new AskOptions(
            Optional.of(Asking.within(call)),
            Optional.of(new RowWindow(options.limit(), options.offset())),
            true,
            false,
            options.detail());
    asking.ask(call, wanted, options.givenLimit(), event -> ended(call, options, event));
  }

  private void ended(RagCall call, QueryOptions options, AskEvent event) {
    if (event instanceof AskEvent.Answered answered) {
      Answer answer = answered.answer();
      call.succeed(results.of(call, options, answer));
    }
  }
}
