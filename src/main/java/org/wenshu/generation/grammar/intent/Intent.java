package org.wenshu.generation.grammar.intent;

import java.util.List;
import org.wenshu.question.Language;

/**
 * What a question asks, before tables and columns are settled. Lists keep the order of the words.
 *
 * @param outputs columns and measures to show
 * @param mentions tables named without more being said
 * @param conditions all of which must hold
 * @param eithers pairs of conditions of which one must hold
 * @param absences tables that must have no row
 * @param groupings what there is to be one row for each of
 * @param calendar spans to group by
 * @param superlatives which rows come first
 * @param orderings the order wanted
 * @param limits the rows wanted at most
 * @param wholes tables to show every column of
 * @param keepAll whether rows without a partner were asked for
 * @param distinct whether "different" was said of the outputs
 * @param identity whether it asks which ones, so that their names will do
 * @param asked the table whose rows are asked for by "which", null when none is
 * @param analyses kinds of analysis asked for, such as {@code growth}
 * @param unexplained words that found no place
 * @param shown rows of earlier answers that it is only about
 */
public record Intent(
    Language language,
    List<Item> outputs,
    List<Item> mentions,
    List<Fact.Condition> conditions,
    List<Fact.Either> eithers,
    List<Item> absences,
    List<Item> groupings,
    List<Fact.Period> calendar,
    List<Fact.Superlative> superlatives,
    List<Fact.Ordering> orderings,
    List<Integer> limits,
    List<Item> wholes,
    boolean keepAll,
    boolean distinct,
    boolean identity,
    Item asked,
    List<String> analyses,
    List<String> unexplained,
    List<Fact.Shown> shown) {
  /** A copy to be changed. */
  public IntentDraft change() {
    return new IntentDraft(this);
  }

  /** Whether the analysis was asked for. */
  public boolean asksFor(String analysis) {
    return analyses.contains(analysis);
  }
}
