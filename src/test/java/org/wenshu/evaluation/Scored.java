package org.wenshu.evaluation;

import java.util.List;

/**
 * A question with what became of it.
 *
 * @param id of the question
 * @param database it was asked of
 * @param variant in which wording: {@code en}, {@code zh}, {@code en_syn}
 * @param hardness class of the gold statement, empty when it has none
 * @param question as asked
 * @param verdict what became of it
 * @param sql what was run last, empty when nothing was
 * @param gold the statements that would have been right, empty when it was right to abstain
 * @param note the reason for abstaining or failing, empty when rows came
 */
record Scored(
    String id,
    String database,
    String variant,
    String hardness,
    String question,
    Verdict verdict,
    String sql,
    List<String> gold,
    String note) {}
