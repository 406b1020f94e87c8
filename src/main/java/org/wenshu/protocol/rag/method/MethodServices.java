package org.wenshu.protocol.rag.method;

import java.util.ArrayList;
import java.util.List;
import org.wenshu.ask.AskDispatcher;
import org.wenshu.ask.ConversationAsk;
import org.wenshu.conversation.Conversations;

/**
 * What the methods render.
 *
 * @param conversing asks in conversations
 */
public record MethodServices(
    RagCalls.Access access,
    AskDispatcher dispatcher,
    ConversationAsk conversing,
    SchemaServices schema,
    Suggestions suggestions) {

  /**
   * The methods of the protocol.
   *
   * @param maxAnswerBytes of one answer
   * @param maxQuestionChars of one question
   */
  public RagMethods methods(int maxAnswerBytes, int maxQuestionChars) {
    Conversations conversations = access.conversations();
    SessionOf sessions = new SessionOf(conversations);
    QuestionFailures failures =
        new QuestionFailures(suggestions, schema.visible(), schema.similar());
    Asking asking = new Asking(dispatcher, conversing, sessions, failures, maxQuestionChars);
    List<RagMethod> methods = new ArrayList<>(Greetings.all());
    methods.add(new Negotiate());
    methods.add(new Authenticate(access.authentication(), access.permissions()));
    methods.addAll(new Sessions(conversations).methods());
    methods.add(new Execute(asking, new AnswerJson(maxAnswerBytes)));
    methods.add(new Explain(asking, suggestions));
    methods.add(new Suggest(suggestions, sessions));
    methods.addAll(new SchemaMethods(schema, new SchemaCap(maxAnswerBytes)).methods());
    return new RagMethods(methods);
  }
}
