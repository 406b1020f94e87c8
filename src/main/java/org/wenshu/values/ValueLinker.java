package org.wenshu.values;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.wenshu.generation.DraftSql;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.schema.Table;
import org.wenshu.schema.ValueKind;

/**
 * Links literals to stored values (contract of the text2sql stream, section 9). Thread-safe. Never
 * fails a question: a statement that cannot be read stays as it is. Linking a linked statement
 * changes nothing.
 */
public final class ValueLinker {
  private static final Logger LOG = Logger.getLogger(ValueLinker.class.getName());

  private final ValuesConfig config;
  private final KnownColumns known;
  private final PredicateLinker predicates;
  private final Pattern mention;

  /**
   * A linker.
   *
   * @param background loads and refreshes dictionaries
   */
  public ValueLinker(StoredValues stored, ValuesConfig config, Executor background) {
    this.config = config;
    this.known = new KnownColumns(stored, config, background, System::nanoTime);
    this.predicates = new PredicateLinker(config, known);
    this.mention = mention(config.dictionaries());
  }

  private static Pattern mention(List<ValueDictionary> dictionaries) {
    String names =
        dictionaries.stream()
            .flatMap(d -> d.fields().stream())
            .map(field -> Pattern.quote(field.column()))
            .distinct()
            .collect(Collectors.joining("|"));
    return names.isEmpty()
        ? Pattern.compile("(?!)")
        : Pattern.compile(names, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** Resolves abbreviations in the statement. */
  public ValueLinking link(DraftSql draft, SchemaSnapshot schema) {
    if (!mention.matcher(draft.text()).find()) {
      return new ValueLinking(draft, List.of());
    }
    try {
      return linked(draft, schema);
    } catch (UnreadableSqlException e) {
      LOG.log(Level.INFO, "A statement is left as it is. {0}", e.wording().english());
      return new ValueLinking(draft, List.of());
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Value linking failed; the statement is left as it is", e);
      return new ValueLinking(draft, List.of());
    }
  }

  private ValueLinking linked(DraftSql draft, SchemaSnapshot schema) {
    String sql = draft.text();
    List<Substitution> substitutions = new ArrayList<>();
    StringBuilder result = new StringBuilder();
    int copied = 0;
    for (Predicate predicate : QueryReader.predicates(sql, schema)) {
      Optional<Substitution> substitution = predicates.link(predicate);
      if (substitution.isPresent()) {
        substitutions.add(substitution.get());
        result.append(sql, copied, predicate.start()).append(substitution.get().to());
        copied = predicate.end();
      }
    }
    result.append(sql, copied, sql.length());
    return new ValueLinking(new DraftSql(result.toString()), substitutions);
  }

  /** Begins to load what questions about these tables will need, without waiting for it. */
  public void prepare(SchemaSnapshot schema) {
    for (Table table : schema.tables().values()) {
      for (ValueDictionary dictionary : config.dictionaries()) {
        table.columns().stream()
            .filter(c -> c.kind() == ValueKind.TEXT && dictionary.has(table.name(), c.name()))
            .forEach(c -> known.prepare(table.name(), c.name()));
      }
    }
  }
}
