package org.wenshu.config;

import java.util.List;
import java.util.function.Function;
import org.wenshu.guard.PermittedSchema;
import org.wenshu.protocol.rag.method.Suggestions;
import org.wenshu.question.Language;
import org.wenshu.security.Caller;
import org.wenshu.suggestion.QuestionSuggester;

/** Suggests over what the guard leaves to a caller. Thread-safe. */
final class PermittedSuggestions implements Suggestions {
  private final QuestionSuggester suggester;
  private final Function<Caller, PermittedSchema> permitted;

  PermittedSuggestions(QuestionSuggester suggester, Function<Caller, PermittedSchema> permitted) {
    this.suggester = suggester;
    this.permitted = permitted;
  }

  @Override
  public List<String> suggest(String partial, Caller caller, int limit, Language language) {
    return suggester.suggest(partial, permitted.apply(caller), limit, language);
  }

  @Override
  public List<String> related(String question, Caller caller, int limit) {
    return suggester.related(question, List.of(), permitted.apply(caller), limit);
  }
}
