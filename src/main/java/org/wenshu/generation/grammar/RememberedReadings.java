package org.wenshu.generation.grammar;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.wenshu.generation.grammar.SchemaKnowledge.Known;
import org.wenshu.question.EarlierTurn;
import org.wenshu.question.Language;
import org.wenshu.question.Question;
import org.wenshu.schema.SchemaContext;
import org.wenshu.schema.Table;

/**
 * What questions that come again were read as. A reading follows from the words, the turns before
 * them and what is known of the schema, and from nothing else; dates are worked out by the
 * database. Thread-safe and bounded.
 */
final class RememberedReadings {
  private static final int MOST = 2_000;
  private static final Duration UNUSED = Duration.ofMinutes(10);

  private final Cache<Key, Reading> kept =
      Caffeine.newBuilder()
          .maximumSize(MOST)
          .expireAfterAccess(UNUSED)
          .executor(Runnable::run)
          .build();

  /** What is known of a schema is told by identity: it is worked out once per snapshot. */
  private record Key(
      Object known,
      String text,
      Language language,
      List<EarlierTurn> earlier,
      List<String> tables) {}

  Reading get(Known known, Question question, SchemaContext schema, Supplier<Reading> reader) {
    Key key =
        new Key(
            known.lexicon(),
            question.text(),
            question.language(),
            question.earlier(),
            schema.tables().stream().map(Table::name).toList());
    Reading remembered = kept.getIfPresent(key);
    if (remembered != null) {
      return remembered;
    }
    Reading read = reader.get();
    kept.put(key, read);
    return read;
  }
}
