package org.wenshu.generation.model;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.wenshu.generation.DraftSql;
import org.wenshu.generation.Generation;
import org.wenshu.generation.GenerationRequest;
import org.wenshu.generation.RejectedDraft;
import org.wenshu.generation.SqlExtraction;
import org.wenshu.generation.SqlGenerator;
import org.wenshu.question.Abstention;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Deadline;
import org.wenshu.question.Wording;

/**
 * Has a language model write the SQL and extracts the statement from its text (contract of the
 * text2sql stream, sections 8 and 10.3). A text without a statement is an abstention.
 */
public final class ModelGenerator implements SqlGenerator {
  /** The name of this generator in answers. */
  public static final String NAME = "model";

  private static final String END_OF_THOUGHTS = "</think>";
  private static final Wording NO_STATEMENT =
      new Wording("语言模型没有给出SQL语句", "The language model gave no SQL statement");

  private final ChatModel model;
  private final SqlExtraction extraction;

  /** A generator over this model; the extraction finds the statement in its text. */
  public ModelGenerator(ChatModel model, SqlExtraction extraction) {
    this.model = model;
    this.extraction = extraction;
  }

  @Override
  public Generation generate(
      GenerationRequest request,
      Consumer<String> pieces,
      Deadline deadline,
      Cancellation cancellation) {
    String system = request.prompt().system();
    String user = request.prompt().user();
    return extracted(model.answer(system, user, pieces, deadline, cancellation));
  }

  @Override
  public Generation repair(
      GenerationRequest request,
      RejectedDraft rejected,
      Deadline deadline,
      Cancellation cancellation) {
    String system = request.prompt().system();
    String user = request.prompt().repair(rejected.sql().text(), rejected.error());
    return extracted(model.answer(system, user, piece -> {}, deadline, cancellation));
  }

  private Generation extracted(String text) {
    Optional<DraftSql> sql = extraction.extract(withoutThoughts(text));
    return sql.<Generation>map(s -> new Generation.Drafted(s, text, NAME, List.of()))
        .orElseGet(() -> nothingWritten(text));
  }

  private static Generation nothingWritten(String text) {
    return new Generation.Abstained(NO_STATEMENT, text, NAME, Abstention.NOTHING_WRITTEN);
  }

  /** Some models think aloud before they answer; a statement in there is only a first idea. */
  private static String withoutThoughts(String text) {
    int end = text.lastIndexOf(END_OF_THOUGHTS);
    return end < 0 ? text : text.substring(end + END_OF_THOUGHTS.length());
  }
}
