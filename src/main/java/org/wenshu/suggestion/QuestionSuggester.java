package org.wenshu.suggestion;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.wenshu.generation.SqlGenerator;
import org.wenshu.guard.PermittedSchema;
import org.wenshu.guard.SqlGuard;
import org.wenshu.question.Language;
import org.wenshu.schema.SchemaHits;
import org.wenshu.schema.SchemaLinker;
import org.wenshu.schema.SchemaSearch;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.schema.Table;
import org.wenshu.security.policy.RecentlyUsed;

/**
 * Suggests questions (contract RAG-MCP, section 4.9): from the catalogue alone, without a model and
 * without the database, each tried before it is suggested. The same text over the same schema gives
 * the same suggestions. Thread-safe.
 */
public final class QuestionSuggester {
  private static final int LONGEST = 200;
  private static final int MOST_MEANT = 3;
  private static final int VERSIONS = 64;
  private static final double LEAST_RELEVANCE = 0.3;

  private final SchemaSearch search;
  private final Verifier verifier;
  private final RecentlyUsed<String, SchemaTopics> topics = new RecentlyUsed<>(VERSIONS);

  /**
   * A suggester.
   *
   * @param search tells what a text begun is about
   * @param linker as questions are linked
   * @param grammar the generator that needs no model
   * @param guard as questions are judged
   */
  public QuestionSuggester(
      SchemaSearch search, SchemaLinker linker, SqlGenerator grammar, SqlGuard guard) {
    this.search = search;
    this.verifier = new Verifier(linker, grammar, guard);
  }

  /**
   * Questions for a text begun: first those that go on where it ends, then others about the same
   * tables, then general ones. Fewer than the limit where there are no more; no two alike, and none
   * that is the text itself.
   *
   * @param partial may be blank; where it has letters, their language is used
   * @param schema what the caller may know
   * @param limit at least 1
   * @param language of suggestions for a text without letters
   * @throws org.wenshu.error.WenshuException with SCHEMA_UNAVAILABLE before the first scan ended
   */
  public List<String> suggest(
      String partial, PermittedSchema schema, int limit, Language language) {
    String text = partial.strip();
    boolean tells = text.codePoints().anyMatch(Character::isLetter);
    Language spoken = tells ? Language.of(text) : language;
    Selection selection = new Selection(verifier, schema, limit, text);
    SchemaTopics known = topics(schema.snapshot(), spoken);
    boolean begun = !text.isEmpty() && text.length() <= LONGEST;
    Asking asking = new Asking(known.phrasing(), begun ? text : "");
    if (begun) {
      List<Topic> meant = known.of(meant(text, schema));
      List<Topic> all = new ArrayList<>(meant);
      known.main().stream().filter(t -> !meant.contains(t)).forEach(all::add);
      selection.add(asking.continued(text, meant));
      selection.add(asking.beginningWith(text, all));
      selection.add(asking.about(meant));
    }
    return selection.add(asking.about(known.main())).chosen();
  }

  /**
   * Questions near one that was asked, answered or not: about the same tables, in its language,
   * then general ones; never the question itself.
   *
   * @param question what was asked
   * @param tables names of the tables it was about; where none is known, its words decide
   */
  public List<String> related(
      String question, Collection<String> tables, PermittedSchema schema, int limit) {
    String text = question.strip().substring(0, Math.min(LONGEST, question.strip().length()));
    SchemaTopics known = topics(schema.snapshot(), Language.of(text));
    Asking asking = new Asking(known.phrasing(), "");
    Set<Table> about = new LinkedHashSet<>();
    tables.forEach(name -> schema.snapshot().table(name).ifPresent(about::add));
    if (about.isEmpty()) {
      about.addAll(meant(text, schema));
    }
    return new Selection(verifier, schema, limit, question)
        .add(asking.about(known.of(about)))
        .add(asking.about(known.main()))
        .chosen();
  }

  private SchemaTopics topics(SchemaSnapshot visible, Language language) {
    String key = language + "/" + visible.database() + '/' + visible.version();
    return topics.get(key).orElseGet(() -> topics.put(key, new SchemaTopics(visible, language)));
  }

  /** The tables the words are about, most likely first. */
  private Set<Table> meant(String words, PermittedSchema schema) {
    Set<Table> tables = new LinkedHashSet<>();
    if (words.isEmpty()) {
      return tables;
    }
    SchemaSnapshot visible = schema.snapshot();
    SchemaHits hits = search.search(words, visible, MOST_MEANT);
    hits.tables().stream()
        .filter(h -> h.relevance() >= LEAST_RELEVANCE)
        .forEach(h -> visible.table(h.name()).ifPresent(tables::add));
    if (tables.isEmpty()) {
      hits.columns().stream()
          .filter(h -> h.relevance() >= LEAST_RELEVANCE)
          .forEach(h -> visible.table(h.table()).ifPresent(tables::add));
    }
    return tables;
  }
}
