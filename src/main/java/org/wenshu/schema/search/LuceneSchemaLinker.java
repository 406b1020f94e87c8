package org.wenshu.schema.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wenshu.error.ErrorCode;
import org.wenshu.error.WenshuException;
import org.wenshu.question.Question;
import org.wenshu.question.Readiness;
import org.wenshu.question.Wording;
import org.wenshu.schema.SchemaConfig;
import org.wenshu.schema.SchemaContext;
import org.wenshu.schema.SchemaLinker;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.schema.Table;

/**
 * Links by searching names, comments and sample values. A small schema is given whole, because a
 * table left out by mistake costs more than one too many. Questions that come while the server is
 * still starting may wait for the first schema. Thread-safe.
 */
public final class LuceneSchemaLinker implements SchemaLinker {
  /** A table that fits less than this share of the best one is noise. */
  private static final float LEAST_SHARE = 0.1f;

  /** One column in so many of those given whole: these surely fit any prompt. */
  private static final int SURELY_SHOWN = 4;

  private static final Wording UNKNOWN =
      new Wording("数据库结构尚未就绪，请稍后重试", "The database schema is not known yet, please try again soon");

  private final SchemaConfig.Linking config;
  private final SchemaAnalyzer analyzer = new SchemaAnalyzer();
  private final Terms terms = new Terms(analyzer, Glossary.bundled(analyzer));
  private final Readiness readiness;
  private volatile Indexed current;

  /** A linker that knows no schema yet, and refuses questions until it does. */
  public LuceneSchemaLinker(SchemaConfig.Linking config) {
    this(config, Duration.ZERO);
  }

  /**
   * A linker that knows no schema yet; questions wait for it, but no longer than so from now on.
   */
  public LuceneSchemaLinker(SchemaConfig.Linking config, Duration startingTime) {
    this.config = config;
    this.readiness = new Readiness(startingTime);
  }

  /** Indexes the snapshot, then links in it. Questions meanwhile see the one before. */
  public void use(SchemaSnapshot snapshot) {
    current =
        new Indexed(
            snapshot,
            new SchemaIndex(snapshot, analyzer),
            new JoinPaths(snapshot),
            columns(snapshot),
            isSmall(snapshot));
    readiness.reach();
  }

  /** What is linked in now; empty before the first snapshot. Never waits. */
  Optional<SchemaIndex> index() {
    return Optional.ofNullable(current).map(Indexed::index);
  }

  private boolean isSmall(SchemaSnapshot snapshot) {
    return snapshot.tables().size() <= config.allTables()
        && columns(snapshot) <= config.allColumns();
  }

  private static int columns(SchemaSnapshot snapshot) {
    return snapshot.tables().values().stream().mapToInt(t -> t.columns().size()).sum();
  }

  @Override
  public SchemaContext link(Question question) {
    if (!readiness.await()) {
      throw new WenshuException(ErrorCode.SCHEMA_UNAVAILABLE, UNKNOWN);
    }
    Indexed indexed = current;
    return new SchemaContext(
        indexed.snapshot(), indexed.small() ? all(indexed, question) : relevant(indexed, question));
  }

  /** The best first, because a prompt may not hold them all; where it does, order means nothing. */
  private List<Table> all(Indexed indexed, Question question) {
    if (indexed.columns() * SURELY_SHOWN <= config.allColumns()) {
      return List.copyOf(indexed.snapshot().tables().values());
    }
    Map<String, Table> rest = new LinkedHashMap<>(indexed.snapshot().tables());
    List<Table> tables = new ArrayList<>(rest.size());
    Map<String, Table> earlier = EarlierTables.in(question, indexed.snapshot());
    for (SchemaIndex.Hit hit : indexed.search(terms.weigh(question.text()), rest.size())) {
      tables.add(rest.remove(hit.key()));
      earlier.remove(hit.key());
    }
    earlier.keySet().forEach(key -> tables.add(rest.remove(key)));
    tables.addAll(rest.values());
    return tables;
  }

  private List<Table> relevant(Indexed indexed, Question question) {
    Map<String, Table> all = indexed.snapshot().tables();
    Map<String, Table> chosen = new LinkedHashMap<>();
    float best = 0;
    for (SchemaIndex.Hit hit : indexed.search(terms.weigh(question.text()), config.maxTables())) {
      best = Math.max(best, hit.score());
      if (hit.score() >= best * LEAST_SHARE) {
        chosen.put(hit.key(), all.get(hit.key()));
      }
    }
    // What was asked before is what a follow-up is about, though it may not name it.
    EarlierTables.in(question, indexed.snapshot()).forEach(chosen::putIfAbsent);
    List<Table> found = List.copyOf(chosen.values());
    for (String key : indexed.paths().between(found, config.maxJoined())) {
      chosen.put(key, all.get(key));
    }
    fillUp(chosen, found, indexed);
    return List.copyOf(chosen.values());
  }

  /** Where little was found there is room for what may be meant but is not named. */
  private void fillUp(Map<String, Table> chosen, List<Table> found, Indexed indexed) {
    for (Table table : found) {
      for (String key : indexed.paths().neighbours(table)) {
        if (chosen.size() >= config.maxTables()) {
          return;
        }
        chosen.computeIfAbsent(key, indexed.snapshot().tables()::get);
      }
    }
  }

  private record Indexed(
      SchemaSnapshot snapshot, SchemaIndex index, JoinPaths paths, int columns, boolean small) {
    List<SchemaIndex.Hit> search(Map<String, Float> weights, int limit) {
      return index.search(weights, limit);
    }
  }
}
