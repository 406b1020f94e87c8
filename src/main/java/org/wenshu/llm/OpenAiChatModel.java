package org.wenshu.llm;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.langchain4j.model.output.TokenUsage;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.wenshu.generation.model.AnswerListener;
import org.wenshu.generation.model.ChatModel;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Deadline;

/**
 * A chat model behind any OpenAI-compatible API. Thread-safe. Closing it ends the calls under way,
 * which then fail.
 */
public final class OpenAiChatModel implements ChatModel, AutoCloseable {
  private final LlmConfig config;
  private final TokenListener tokens;
  private final ModelClient http;
  private final CallingThreadClient client;
  private final StreamingChatModel model;

  /** A model at that address; nothing is sent before the first question. */
  public OpenAiChatModel(LlmConfig config) {
    this(config, (input, output) -> {});
  }

  /** A model at that address that tells of the tokens it takes. */
  public OpenAiChatModel(LlmConfig config, TokenListener tokens) {
    this.config = config;
    this.tokens = tokens;
    this.http = new ModelClient(config.connectTimeout());
    this.client = new CallingThreadClient(http);
    this.model =
        OpenAiStreamingChatModel.builder()
            .httpClientBuilder(new Fixed(client))
            .baseUrl(config.baseUrl().toString())
            .apiKey(config.apiKey().orElse(null))
            .modelName(config.model())
            .temperature(config.temperature())
            .build();
  }

  @Override
  public String answer(
      String system,
      String user,
      Consumer<String> pieces,
      Deadline deadline,
      Cancellation cancellation) {
    cancellation.check();
    ChatCall call = new ChatCall(pieces, deadline.atMost(config.timeout()), cancellation);
    ChatRequest request = ChatRequest.builder().messages(messages(system, user)).build();
    client.within(call, () -> model.chat(request, call));
    call.used().ifPresent(used -> tell(used, pieces));
    return call.text();
  }

  private void tell(TokenUsage used, Consumer<String> pieces) {
    long input = count(used.inputTokenCount());
    long output = count(used.outputTokenCount());
    tokens.used(input, output);
    if (pieces instanceof AnswerListener listener) {
      listener.used(input, output);
    }
  }

  /** The library refuses empty messages, and some callers have nothing to say first. */
  private static List<ChatMessage> messages(String system, String user) {
    UserMessage asked = UserMessage.from(user);
    return system.isBlank() ? List.of(asked) : List.of(SystemMessage.from(system), asked);
  }

  private static long count(Integer told) {
    return told == null ? 0 : told;
  }

  @Override
  public void close() {
    http.close();
  }

  /** Gives the library a client that is configured already. */
  private record Fixed(CallingThreadClient client) implements HttpClientBuilder {
    @Override
    public Duration connectTimeout() {
      return null;
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration timeout) {
      return this;
    }

    @Override
    public Duration readTimeout() {
      return null;
    }

    @Override
    public HttpClientBuilder readTimeout(Duration timeout) {
      return this;
    }

    @Override
    public HttpClient build() {
      return client;
    }
  }
}
