package org.wenshu.generation;

import org.wenshu.prompt.Prompt;
import org.wenshu.question.Question;
import org.wenshu.schema.SchemaContext;

/**
 * What a generator works from.
 *
 * @param prompt rendered only when a model asks for it
 */
public record GenerationRequest(Question question, SchemaContext schema, Prompt prompt) {}
