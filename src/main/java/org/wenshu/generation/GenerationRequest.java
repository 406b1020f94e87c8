package org.wenshu.generation;

import org.wenshu.prompt.Prompt;
import org.wenshu.question.Question;
import org.wenshu.schema.SchemaContext;

/**
 * What a generator works from.
 *
 * @param schema what the asker may know of; nothing else may be told
 * @param whole what was found before anything was withheld from the asker; only for telling what
 *     the question is about, never to be written into a statement, a prompt or a message
 * @param prompt rendered only when a model asks for it
 */
public record GenerationRequest(
    Question question, SchemaContext schema, SchemaContext whole, Prompt prompt) {
  /** A request of somebody from whom nothing is withheld. */
  public GenerationRequest(Question question, SchemaContext schema, Prompt prompt) {
    this(question, schema, schema, prompt);
  }

  /** Whether anything may be withheld from the asker. */
  public boolean isRestricted() {
    return !schema.snapshot().version().equals(whole.snapshot().version());
  }
}
