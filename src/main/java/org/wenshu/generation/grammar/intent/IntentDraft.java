package org.wenshu.generation.grammar.intent;

import java.util.List;

/** An intent with some of it changed. What is not changed stays. Confined to one thread. */
public final class IntentDraft {
  private final Intent before;
  private List<Item> outputs;
  private List<Item> mentions;
  private List<Fact.Condition> conditions;
  private List<Item> absences;
  private List<Item> groupings;
  private List<Fact.Period> calendar;
  private List<Fact.Superlative> superlatives;
  private List<Fact.Ordering> orderings;
  private List<Integer> limits;
  private List<String> analyses;
  private List<Fact.Shown> shown;
  private boolean identity;
  private Item asked;

  IntentDraft(Intent before) {
    this.before = before;
    this.outputs = before.outputs();
    this.mentions = before.mentions();
    this.conditions = before.conditions();
    this.absences = before.absences();
    this.groupings = before.groupings();
    this.calendar = before.calendar();
    this.superlatives = before.superlatives();
    this.orderings = before.orderings();
    this.limits = before.limits();
    this.analyses = before.analyses();
    this.shown = before.shown();
    this.identity = before.identity();
    this.asked = before.asked();
  }

  /** Shows these. */
  public IntentDraft outputs(List<Item> changed) {
    outputs = changed;
    return this;
  }

  /** Names these tables. */
  public IntentDraft mentions(List<Item> changed) {
    mentions = changed;
    return this;
  }

  /** Has these conditions. */
  public IntentDraft conditions(List<Fact.Condition> changed) {
    conditions = changed;
    return this;
  }

  /** Has no row in these. */
  public IntentDraft absences(List<Item> changed) {
    absences = changed;
    return this;
  }

  /** Has one row for each of these. */
  public IntentDraft groupings(List<Item> changed) {
    groupings = changed;
    return this;
  }

  /** Has one row for each of these spans. */
  public IntentDraft calendar(List<Fact.Period> changed) {
    calendar = changed;
    return this;
  }

  /** Wants these first. */
  public IntentDraft superlatives(List<Fact.Superlative> changed) {
    superlatives = changed;
    return this;
  }

  /** Wants these orders. */
  public IntentDraft orderings(List<Fact.Ordering> changed) {
    orderings = changed;
    return this;
  }

  /** Wants at most so many rows. */
  public IntentDraft limits(List<Integer> changed) {
    limits = changed;
    return this;
  }

  /** Wants these analyses. */
  public IntentDraft analyses(List<String> changed) {
    analyses = changed;
    return this;
  }

  /** Is about these rows only. */
  public IntentDraft shown(List<Fact.Shown> changed) {
    shown = changed;
    return this;
  }

  /** No longer asks which ones. */
  public IntentDraft unasked() {
    identity = false;
    asked = null;
    return this;
  }

  /** The changed intent. */
  public Intent intent() {
    return new Intent(
        before.language(),
        outputs,
        mentions,
        conditions,
        before.eithers(),
        absences,
        groupings,
        calendar,
        superlatives,
        orderings,
        limits,
        before.wholes(),
        before.keepAll(),
        before.distinct(),
        identity,
        asked,
        analyses,
        before.unexplained(),
        shown);
  }
}
