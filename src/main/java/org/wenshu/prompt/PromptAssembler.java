package org.wenshu.prompt;

import java.util.List;
import java.util.function.Supplier;
import org.wenshu.knowledge.glossary.Term;
import org.wenshu.question.Question;
import org.wenshu.schema.SchemaContext;

/**
 * Assembles the prompt for a question (contract of the text2sql stream, section 10.3): rules and
 * schema as the system message, the question as the user message, in a conversation with what was
 * asked before it. Thread-safe.
 */
public final class PromptAssembler {
  private final PromptConfig config;
  private final TableTexts texts;

  /** An assembler with default limits. */
  public PromptAssembler() {
    this(PromptConfig.defaults());
  }

  /** An assembler with these limits. */
  public PromptAssembler(PromptConfig config) {
    this.config = config;
    this.texts = new TableTexts(config.sampleValues());
  }

  /** A prompt that is rendered when first read. */
  public Prompt assemble(Question question, SchemaContext schema) {
    return assemble(question, List.of(), schema);
  }

  /** A prompt that also tells what words of the trade in the question mean. */
  public Prompt assemble(Question question, List<Term> terms, SchemaContext schema) {
    Template rules = Template.SYSTEM.in(question.language());
    SchemaText schemaText =
        new SchemaText(
            config.schemaTokens(),
            table -> texts.of(schema.snapshot(), table),
            question.language());
    Supplier<String> asked =
        () ->
            TermsText.with(
                terms,
                question.language(),
                new EarlierText(config.earlierTokens()).of(question, schema.snapshot()));
    return new Prompt(
        () -> rules.fill("schema", schemaText.of(schema.tables())),
        asked,
        (sql, error) ->
            Template.REPAIR
                .in(question.language())
                .fill("question", asked.get(), "sql", sql, "error", error));
  }
}
