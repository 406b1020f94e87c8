package org.wenshu.evaluation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.wenshu.ask.AnswerCache;
import org.wenshu.ask.AskConfig;
import org.wenshu.ask.AskEvent;
import org.wenshu.ask.AskRequest;
import org.wenshu.ask.AskService;
import org.wenshu.ask.AskSteps;
import org.wenshu.ask.Insights;
import org.wenshu.execution.ExecutionConfig;
import org.wenshu.execution.JdbcPlanReader;
import org.wenshu.execution.JdbcQueryExecutor;
import org.wenshu.execution.JdbcStoredValues;
import org.wenshu.execution.StatementKiller;
import org.wenshu.generation.SqlGenerator;
import org.wenshu.guard.SqlGuard;
import org.wenshu.knowledge.glossary.Glossary;
import org.wenshu.prompt.PromptAssembler;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Question;
import org.wenshu.schema.SchemaConfig;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.schema.scan.SchemaScanner;
import org.wenshu.schema.search.LuceneSchemaLinker;
import org.wenshu.security.Caller;
import org.wenshu.values.ValueLinker;
import org.wenshu.values.ValuesConfig;

/** The whole path of a question in plain Java, over one database. */
final class AskPath implements AutoCloseable {
  private static final ExecutionConfig LIMITS =
      new ExecutionConfig(Duration.ofSeconds(30), 100_000, 256L << 20);

  private final AskService service;
  private final StatementKiller killer;
  private final SchemaSnapshot schema;

  private AskPath(AskService service, StatementKiller killer, SchemaSnapshot schema) {
    this.service = service;
    this.killer = killer;
    this.schema = schema;
  }

  /** Scans the database and makes a path to it on which everybody may read everything. */
  static AskPath to(DataSource database, SqlGenerator generator) {
    return to(database, generator, new SqlGuard());
  }

  /** Scans the database and makes a path to it behind that guard. */
  static AskPath to(DataSource database, SqlGenerator generator, SqlGuard guard) {
    return to(database, generator, guard, AnswerCache.none());
  }

  /** The same, where answers may be given again. */
  static AskPath to(
      DataSource database, SqlGenerator generator, SqlGuard guard, AnswerCache answers) {
    return to(database, generator, guard, answers, Glossary.empty());
  }

  /** The same, where words of the trade have a meaning. */
  static AskPath to(DataSource database, SqlGenerator generator, Glossary glossary) {
    return to(database, generator, new SqlGuard(), AnswerCache.none(), glossary);
  }

  private static AskPath to(
      DataSource database,
      SqlGenerator generator,
      SqlGuard guard,
      AnswerCache answers,
      Glossary glossary) {
    SchemaConfig schema = SchemaConfig.defaults();
    SchemaSnapshot snapshot = new SchemaScanner(database, schema).scan(Optional.empty());
    LuceneSchemaLinker linker = new LuceneSchemaLinker(schema.linking());
    linker.use(snapshot);
    StatementKiller killer = new StatementKiller(database);
    AskSteps steps =
        new AskSteps(
            () -> glossary,
            linker,
            new PromptAssembler(),
            generator,
            new ValueLinker(new JdbcStoredValues(database), ValuesConfig.defaults(), Runnable::run),
            guard,
            new JdbcQueryExecutor(database, killer, LIMITS),
            new Insights(new JdbcPlanReader(database, killer, LIMITS)),
            answers);
    return new AskPath(new AskService(steps, AskConfig.defaults()), killer, snapshot);
  }

  /** Asks and waits for the end. */
  Asked ask(String text) {
    return ask(text, Caller.anonymous());
  }

  /** Lets somebody ask and waits for the end. */
  Asked ask(String text, Caller caller) {
    return ask(Question.of(text), caller);
  }

  /** Lets somebody ask in a conversation and waits for the end. */
  Asked ask(Question question, Caller caller) {
    Asked asked = new Asked(question.language());
    service.ask(new AskRequest(question, caller), asked, new Cancellation());
    return asked;
  }

  /** All that happens to a request. */
  List<AskEvent> events(AskRequest request) {
    List<AskEvent> events = new ArrayList<>();
    service.ask(request, events::add, new Cancellation());
    return events;
  }

  /** The service at the head of the path. */
  AskService service() {
    return service;
  }

  /** What is asked of. */
  SchemaSnapshot schema() {
    return schema;
  }

  @Override
  public void close() {
    killer.close();
  }
}
