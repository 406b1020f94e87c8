package org.wenshu.schema.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.lucene.search.Query;
import org.wenshu.schema.Column;
import org.wenshu.schema.SchemaHits;
import org.wenshu.schema.SchemaHits.ColumnHit;
import org.wenshu.schema.SchemaHits.TableHit;
import org.wenshu.schema.SchemaSearch;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.schema.Table;

/**
 * Searches in the index of the linker. The index proposes; how well something fits is worked out
 * from what the caller may know alone, so that nothing withheld shows in a number or an order.
 * Thread-safe.
 */
public final class LuceneSchemaSearch implements SchemaSearch {
  /** What fits less than this share of the best is noise. */
  private static final double LEAST_SHARE = 0.3;

  private static final int MORE = 30;
  private static final double LEAST = 0.1;
  private static final double DIGITS = 1000;

  private final LuceneSchemaLinker linker;
  private final SchemaAnalyzer analyzer = new SchemaAnalyzer();
  private final Terms terms = new Terms(analyzer, Glossary.bundled(analyzer));

  /** A search in what that linker links in. */
  public LuceneSchemaSearch(LuceneSchemaLinker linker) {
    this.linker = linker;
  }

  @Override
  public SchemaHits search(String words, SchemaSnapshot visible, int limit) {
    SearchWords searched = new SearchWords(terms, words);
    Optional<SchemaIndex> index = linker.index();
    if (searched.isEmpty() || index.isEmpty()) {
      return new SchemaHits(List.of(), List.of());
    }
    Query tables = searched.in(SchemaField.NAME.name(), SchemaField.COMMENT.name());
    Query columns =
        searched.in(ElementField.COLUMN_NAME.name(), ElementField.COLUMN_COMMENT.name());
    Fits fits = new Fits(terms, searched);
    return new SchemaHits(
        best(
            candidates(index.get(), tables, limit, e -> tableHit(fits, visible, e)),
            limit,
            Comparator.comparingDouble(TableHit::relevance)
                .reversed()
                .thenComparing(TableHit::name),
            TableHit::relevance),
        best(
            candidates(index.get(), columns, limit, e -> columnHit(fits, visible, e)),
            limit,
            Comparator.comparingDouble(ColumnHit::relevance)
                .reversed()
                .thenComparing(ColumnHit::table)
                .thenComparing(ColumnHit::column),
            ColumnHit::relevance));
  }

  /** Where most of what is proposed may not be told, everything is looked at. */
  private static <T> List<T> candidates(
      SchemaIndex index, Query query, int limit, Function<SchemaIndex.Element, Optional<T>> hit) {
    int some = Math.min(index.size(), 2 * limit + MORE);
    List<T> hits = new ArrayList<>();
    List<SchemaIndex.Element> proposed = index.elements(query, some);
    proposed.forEach(e -> hit.apply(e).ifPresent(hits::add));
    if (hits.size() < limit && proposed.size() == some && some < index.size()) {
      hits.clear();
      index.elements(query, index.size()).forEach(e -> hit.apply(e).ifPresent(hits::add));
    }
    return hits;
  }

  private static <T> List<T> best(
      List<T> hits, int limit, Comparator<T> order, Function<T, Double> relevance) {
    List<T> sorted = hits.stream().sorted(order).limit(limit).toList();
    return sorted.stream()
        .filter(h -> relevance.apply(h) >= LEAST_SHARE * relevance.apply(sorted.get(0)))
        .toList();
  }

  private static Optional<TableHit> tableHit(
      Fits fits, SchemaSnapshot visible, SchemaIndex.Element element) {
    return visible
        .table(element.table())
        .map(t -> new TableHit(t.name(), t.comment(), rounded(fits.of(t))))
        .filter(h -> h.relevance() >= LEAST);
  }

  private static Optional<ColumnHit> columnHit(
      Fits fits, SchemaSnapshot visible, SchemaIndex.Element element) {
    return visible
        .table(element.table())
        .flatMap(t -> t.column(element.column()).map(c -> columnHit(fits, t, c)))
        .filter(h -> h.relevance() >= LEAST);
  }

  private static ColumnHit columnHit(Fits fits, Table table, Column column) {
    return new ColumnHit(
        table.name(), column.name(), column.comment(), rounded(fits.of(table, column)));
  }

  private static double rounded(double relevance) {
    return Math.rint(relevance * DIGITS) / DIGITS;
  }
}
