package org.wenshu.ask;

import java.util.OptionalInt;
import java.util.function.Function;
import org.wenshu.conversation.Conversation;
import org.wenshu.conversation.Conversations;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Question;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.security.Caller;

/**
 * Asks questions in conversations, whatever the dialect: what was said before goes in, what comes
 * of it is kept. A turn is kept before its last event is heard, so that a question which follows
 * the answer finds it. Thread-safe.
 */
public final class ConversationAsk {
  private final AskDispatcher dispatcher;
  private final Conversations conversations;
  private final Function<Caller, SchemaSnapshot> visible;

  /**
   * Asks through that dispatcher.
   *
   * @param visible the schema as a caller may know it
   */
  public ConversationAsk(
      AskDispatcher dispatcher,
      Conversations conversations,
      Function<Caller, SchemaSnapshot> visible) {
    this.dispatcher = dispatcher;
    this.conversations = conversations;
    this.visible = visible;
  }

  /**
   * Has the question answered on another thread, like {@link AskDispatcher#submit}. Reads what was
   * said before on the calling thread.
   *
   * @param conversation one that was found to be the caller's
   * @param limit rows the asker explicitly wants at most
   */
  public void submit(
      Conversation conversation,
      AskRequest request,
      OptionalInt limit,
      AskListener listener,
      Cancellation cancellation) {
    Question asked = request.question();
    Question question =
        new Question(
            asked.id(), asked.text(), asked.language(), conversations.earlier(conversation));
    TurnKeeper keeper =
        new TurnKeeper(
            turn -> conversations.record(conversation, turn),
            question,
            request.options().window(),
            limit,
            () -> visible.apply(request.caller()));
    AskRequest inConversation = new AskRequest(question, request.caller(), request.options());
    AskListener keeping =
        event -> {
          keeper.on(event);
          listener.on(event);
        };
    dispatcher.submit(inConversation, keeping, cancellation);
  }
}
