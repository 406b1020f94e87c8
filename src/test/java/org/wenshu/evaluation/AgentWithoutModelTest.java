package org.wenshu.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wenshu.ask.AskAudit;
import org.wenshu.ask.AskConfig;
import org.wenshu.ask.AskDispatcher;
import org.wenshu.assistant.Asking;
import org.wenshu.assistant.LanguageModel;
import org.wenshu.assistant.agent.Agent;
import org.wenshu.assistant.agent.AgentListener;
import org.wenshu.assistant.agent.AgentTask;
import org.wenshu.assistant.agent.AgentTools;
import org.wenshu.assistant.agent.AskTool;
import org.wenshu.assistant.agent.ModelFreeAgent;
import org.wenshu.assistant.prompt.PromptTemplates;
import org.wenshu.audit.AuditJournal;
import org.wenshu.generation.grammar.GrammarGenerator;
import org.wenshu.knowledge.CollectionId;
import org.wenshu.knowledge.configuration.InMemoryConfigurationStore;
import org.wenshu.launcher.demo.DemoData;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Deadline;
import org.wenshu.security.Caller;

/** What an agent does where no language model is configured. */
class AgentWithoutModelTest implements AgentListener {
  private final StringBuilder steps = new StringBuilder();
  private final StringBuilder answer = new StringBuilder();
  private AskPath path;
  private AskDispatcher dispatcher;

  @BeforeEach
  void open() {
    path =
        AskPath.to(
            EvaluationServer.embedded().forQuestions(DemoData.SCHEMA), new GrammarGenerator());
    AskAudit audit = new AskAudit(AuditJournal.none(), caller -> "p1");
    dispatcher = new AskDispatcher(path.service(), AskConfig.defaults(), audit, Thread::new);
  }

  @AfterEach
  void close() {
    dispatcher.close();
    path.close();
  }

  @Test
  void asksTheDatabase() {
    ask("一共有多少个部门", List.of());
    assertThat(steps.toString()).contains("直接查询数据库", "ask{\"question\"", "SELECT COUNT");
    assertThat(answer.toString()).matches("(?s).+: \\d+");
  }

  @Test
  void quotesDocumentsWhereTheDatabaseHasNoAnswer() {
    ask("乌有之乡的天气如何", List.of("乌有之乡常年下雨。"));
    assertThat(answer.toString()).isEqualTo("乌有之乡常年下雨。");
    answer.setLength(0);
    ask("乌有之乡的天气如何", List.of());
    assertThat(answer.toString()).isNotBlank();
  }

  private void ask(String question, List<String> documents) {
    AskTool ask = new AskTool(new Asking(dispatcher));
    Agent agent =
        new Agent(
            LanguageModel.none(),
            new PromptTemplates(new InMemoryConfigurationStore()),
            new AgentTools(List.of(ask), task -> List.of()),
            new ModelFreeAgent(ask, (words, task) -> documents));
    agent.answer(
        new AgentTask(
            question,
            Caller.anonymous(),
            CollectionId.of("", ""),
            "",
            List.of(),
            List.of(),
            Deadline.after(Duration.ofSeconds(30)),
            new Cancellation()),
        this);
  }

  @Override
  public void thought(String piece) {
    steps.append(piece);
  }

  @Override
  public void endOfThought() {
    steps.append('\n');
  }

  @Override
  public void action(String tool, JsonNode arguments) {
    steps.append(tool).append(arguments).append('\n');
  }

  @Override
  public void observation(String text) {
    steps.append(text).append('\n');
  }

  @Override
  public void answer(String piece) {
    answer.append(piece);
  }
}
