package org.wenshu.knowledge.glossary;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.wenshu.knowledge.ChunkStore;
import org.wenshu.knowledge.EntityContexts;
import org.wenshu.knowledge.ItemStore;
import org.wenshu.knowledge.Scope;
import org.wenshu.knowledge.Value;

/**
 * Terms from what is told in words: the contexts of entities, and the sentences of documents that
 * define a word. Thread-safe.
 */
public final class ToldTerms implements Supplier<List<Term>> {
  private static final int MOST_PIECES = 1_000;

  private final EntityContexts contexts;
  private final ChunkStore chunks;
  private final GlossaryConfig config;

  /** Terms of the collection that is the glossary's. */
  public ToldTerms(EntityContexts contexts, ChunkStore chunks, GlossaryConfig config) {
    this.contexts = contexts;
    this.chunks = chunks;
    this.config = config;
  }

  /** Ends a reading that has found enough. */
  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Enough() {
      super(null, null, false, false);
    }
  }

  /** Reads as many contexts as the settings say, and {@value #MOST_PIECES} pieces of documents. */
  @Override
  public List<Term> get() {
    List<Term> terms = new ArrayList<>();
    some(contexts, config.maxTerms())
        .forEach(c -> terms.add(Definitions.of(word(c.entity()), c.context())));
    some(chunks, MOST_PIECES).forEach(chunk -> terms.addAll(Definitions.in(chunk.text())));
    return terms;
  }

  private <T> List<T> some(ItemStore<T> store, int most) {
    List<T> read = new ArrayList<>();
    try {
      store.each(
          Scope.of(config.collection()),
          (collection, item) -> {
            if (read.size() >= most) {
              throw new Enough();
            }
            read.add(item);
          });
    } catch (Enough bound) {
      return read;
    }
    return read;
  }

  /** A literal as it is; of a URI the last part, where it is most like a word. */
  static String word(Value value) {
    if (!value.e()) {
      return value.v();
    }
    String uri = value.v();
    int from = Math.max(uri.lastIndexOf('/'), Math.max(uri.lastIndexOf('#'), uri.lastIndexOf(':')));
    return uri.substring(from + 1).replace('_', ' ').replace('-', ' ');
  }
}
