package org.wenshu.evaluation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wenshu.generation.SqlExtraction;
import org.wenshu.generation.SqlGenerator;
import org.wenshu.generation.grammar.GrammarGenerator;
import org.wenshu.generation.model.ModelGenerator;
import org.wenshu.llm.LlmConfig;
import org.wenshu.llm.OpenAiChatModel;

/**
 * Runs a benchmark folder ({@code db/*.sql} dumps and {@code questions.jsonl}) through the whole
 * path of a question and writes a report. Started by the Maven profile {@code eval}; {@code
 * docs/evaluation.md} lists its settings.
 */
public final class Evaluation {
  private final Path data;
  private final EvaluationServer server;
  private final SqlGenerator generator;
  private final Set<String> variants;

  Evaluation(Path data, EvaluationServer server, SqlGenerator generator, Set<String> variants) {
    this.data = data;
    this.server = server;
    this.generator = generator;
    this.variants = Set.copyOf(variants);
  }

  /** Reads its settings from system properties {@code eval.*} and prints the figures. */
  public static void main(String[] args) throws IOException, SQLException {
    String data = setting("eval.data", "");
    if (data.isEmpty()) {
      System.err.println("Name a folder of questions: -Deval.data=DIR");
      System.exit(2);
    }
    Set<String> variants = Set.of(setting("eval.variants", "en,zh,en_syn").split(",", -1));
    Path out = Path.of(setting("eval.out", "target/evaluation"));
    List<Scored> scored = new Evaluation(Path.of(data), server(), generator(), variants).run();
    EvaluationReport report = new EvaluationReport("Evaluation on " + data, scored);
    write(out, report, scored);
    System.out.println(report.figures());
    System.out.println("Report: " + out.resolve("report.md").toAbsolutePath());
    System.exit(0);
  }

  private static EvaluationServer server() {
    String url = setting("eval.url", "");
    return url.isEmpty()
        ? EvaluationServer.embedded()
        : new EvaluationServer(url, setting("eval.user", ""), setting("eval.password", ""));
  }

  /** The model that is configured, else the grammar. */
  private static SqlGenerator generator() {
    String baseUrl = setting("wenshu.llm.base-url", "");
    if (baseUrl.isEmpty()) {
      return new GrammarGenerator();
    }
    LlmConfig plain = LlmConfig.of(URI.create(baseUrl), setting("wenshu.llm.model", ""));
    LlmConfig config =
        new LlmConfig(
            plain.baseUrl(),
            Optional.of(setting("wenshu.llm.api-key", "")).filter(key -> !key.isEmpty()),
            plain.model(),
            plain.temperature(),
            plain.timeout(),
            plain.connectTimeout());
    SqlExtraction extraction = new SqlExtraction(sql -> true);
    return new ModelGenerator(new OpenAiChatModel(config), extraction);
  }

  /** A system property, else the environment variable of that name, else the default. */
  private static String setting(String name, String otherwise) {
    String environment = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    return Stream.of(System.getProperty(name), System.getenv(environment))
        .filter(value -> value != null && !value.isBlank())
        .findFirst()
        .orElse(otherwise);
  }

  /** Asks every question in every wanted wording. */
  List<Scored> run() throws IOException, SQLException {
    Map<String, List<BenchmarkQuestion>> byDatabase =
        BenchmarkQuestion.read(data.resolve("questions.jsonl")).stream()
            .collect(
                Collectors.groupingBy(
                    BenchmarkQuestion::database, TreeMap::new, Collectors.toList()));
    List<Scored> scored = new ArrayList<>();
    for (Map.Entry<String, List<BenchmarkQuestion>> entry : byDatabase.entrySet()) {
      String dump = Files.readString(data.resolve("db").resolve(entry.getKey() + ".sql"));
      String schema = server.load(entry.getKey(), dump);
      scored.addAll(ask(schema, entry.getValue()));
    }
    return scored;
  }

  private List<Scored> ask(String schema, List<BenchmarkQuestion> questions) {
    Judge judge = new Judge(new GoldDatabase(server.forGold(schema)));
    List<Scored> scored = new ArrayList<>();
    try (AskPath path = AskPath.to(server.forQuestions(schema), generator)) {
      for (BenchmarkQuestion question : questions) {
        for (Map.Entry<String, String> wording : question.wordings().entrySet()) {
          if (variants.contains(wording.getKey())) {
            Asked asked = path.ask(wording.getValue());
            Verdict verdict = judge.judge(asked, question.gold(), false);
            scored.add(score(question, wording, asked, verdict));
          }
        }
      }
    }
    return scored;
  }

  private static Scored score(
      BenchmarkQuestion question, Map.Entry<String, String> wording, Asked asked, Verdict verdict) {
    return new Scored(
        question.id(),
        question.database(),
        wording.getKey(),
        question.hardness(),
        wording.getValue(),
        verdict,
        asked.sql(),
        question.gold(),
        asked.note());
  }

  private static void write(Path out, EvaluationReport report, List<Scored> scored)
      throws IOException {
    Files.createDirectories(out);
    Files.writeString(out.resolve("report.md"), report.markdown());
    ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    mapper.writeValue(out.resolve("report.json").toFile(), scored);
  }
}
