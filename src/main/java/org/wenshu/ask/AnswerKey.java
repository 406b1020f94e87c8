package org.wenshu.ask;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.wenshu.guard.GuardPolicy;
import org.wenshu.question.EarlierTurn;
import org.wenshu.question.RowWindow;

/**
 * All that an answer depends on but the rows of the database (contract of the RAG query protocol,
 * section 9). Nobody is given an answer that was made under other rights: the policy holds the
 * permitted tables, columns, masks and row filters with the caller's attributes in them.
 *
 * @param question the text
 * @param meant the text in the words of the schema
 * @param earlier what it may refer to
 * @param schemaVersion of the whole catalogue
 * @param policy what the caller may read
 * @param window which rows were wanted
 * @param detail what else was to be told
 * @param day an answer about today is none about tomorrow
 */
record AnswerKey(
    String question,
    String meant,
    List<EarlierTurn> earlier,
    String schemaVersion,
    GuardPolicy policy,
    Optional<RowWindow> window,
    Insight.Detail detail,
    LocalDate day) {}
