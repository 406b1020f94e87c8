package org.wenshu.prompt;

import org.wenshu.question.Question;
import org.wenshu.schema.SchemaContext;

/** Assembles the prompt for a question. Thread-safe. */
public final class PromptAssembler {
  /** A prompt that is rendered when first read. */
  public Prompt assemble(Question question, SchemaContext schema) {
    return new Prompt(() -> "", question::text);
  }
}
