package org.wenshu.protocol.rag.method;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.wenshu.ask.AskDispatcher;
import org.wenshu.ask.AskEvent;
import org.wenshu.ask.AskOptions;
import org.wenshu.ask.AskRequest;
import org.wenshu.ask.ConversationAsk;
import org.wenshu.conversation.Conversation;
import org.wenshu.protocol.rag.wire.Params;
import org.wenshu.question.Question;

/** Asks the question in a call, and answers the call when there is no answer. Thread-safe. */
final class Asking {
  /** The path of a question ends a little before the call does, so that it tells of its end. */
  private static final Duration LEAD = Duration.ofMillis(200);

  private final AskDispatcher dispatcher;
  private final ConversationAsk conversations;
  private final SessionOf sessions;
  private final QuestionFailures failures;
  private final int maxChars;

  Asking(
      AskDispatcher dispatcher,
      ConversationAsk conversations,
      SessionOf sessions,
      QuestionFailures failures,
      int maxChars) {
    this.dispatcher = dispatcher;
    this.conversations = conversations;
    this.sessions = sessions;
    this.failures = failures;
    this.maxChars = maxChars;
  }

  /** How long a question of that call may take. */
  static Duration within(RagCall call) {
    Duration left = call.remaining();
    return left.compareTo(LEAD.multipliedBy(4)) > 0 ? left.minus(LEAD) : left;
  }

  /**
   * Asks it, in the session that the call names.
   *
   * @param limit rows that the client explicitly wants at most
   * @param whenEnded hears the last event unless it tells of a failure
   */
  void ask(RagCall call, AskOptions options, OptionalInt limit, Consumer<AskEvent> whenEnded) {
    String text = text(call.params());
    Optional<Conversation> session = sessions.find(call);
    QuestionListener listener = new QuestionListener(call, text, failures, whenEnded);
    Question question = Question.of(text);
    AskRequest request = new AskRequest(question, call.identity().caller(), options);
    if (session.isPresent()) {
      conversations.submit(session.get(), request, limit, listener, call.cancellation());
    } else {
      dispatcher.submit(request, listener, call.cancellation());
    }
  }

  private String text(Params params) {
    String text = params.requiredWords("query");
    if (text.codePointCount(0, text.length()) > maxChars) {
      throw params.invalid(
          "query", "不能超过 " + maxChars + " 个字符", "must not exceed " + maxChars + " characters");
    }
    return text;
  }
}
