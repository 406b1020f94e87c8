package org.wenshu.assistant.agent;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.wenshu.knowledge.Triple;
import org.wenshu.knowledge.TriplePattern;
import org.wenshu.knowledge.TripleStore;
import org.wenshu.knowledge.Value;

/** Looks triples up. Thread-safe. */
public final class TriplesTool implements AgentTool {
  private static final int MOST = 100;

  private final TripleStore triples;

  /** Looks there. */
  public TriplesTool(TripleStore triples) {
    this.triples = triples;
  }

  @Override
  public String name() {
    return "triples";
  }

  @Override
  public String description() {
    return "Looks up statements of the knowledge graph by subject, predicate and object, any of"
        + " them left out.";
  }

  @Override
  public String arguments() {
    return "{\"s\": \"...\", \"p\": \"...\", \"o\": \"...\"}";
  }

  @Override
  public String use(JsonNode arguments, AgentTask task) {
    TriplePattern pattern =
        new TriplePattern(
            part(arguments.path("s")), part(arguments.path("p")), part(arguments.path("o")));
    List<Triple> found = triples.find(task.collection(), pattern, MOST);
    return found.isEmpty()
        ? "There are no such statements"
        : found.stream()
            .map(t -> "(" + t.s().v() + ", " + t.p().v() + ", " + t.o().v() + ")")
            .collect(Collectors.joining("\n"));
  }

  private static Set<Value> part(JsonNode text) {
    String value = text.asText("");
    return value.isEmpty() || text.isNull()
        ? Set.of()
        : Set.of(Value.uri(value), Value.literal(value));
  }
}
