package org.wenshu.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.wenshu.generation.grammar.GrammarGenerator;
import org.wenshu.guard.SqlGuard;
import org.wenshu.schema.SchemaSearch;
import org.wenshu.schema.search.LuceneSchemaLinker;
import org.wenshu.suggestion.QuestionSuggester;

/** Puts the suggesting of questions together. */
@ApplicationScoped
public class SuggestionBeans {
  /** A suggester that tries questions as they would be asked without a model. */
  @Produces
  @Singleton
  QuestionSuggester questionSuggester(
      SchemaSearch search, LuceneSchemaLinker linker, GrammarGenerator grammar, SqlGuard guard) {
    return new QuestionSuggester(search, linker, grammar, guard);
  }
}
