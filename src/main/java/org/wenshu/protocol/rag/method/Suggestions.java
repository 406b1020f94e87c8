package org.wenshu.protocol.rag.method;

import java.util.List;
import org.wenshu.question.Language;
import org.wenshu.security.Caller;

/** Suggests questions over what a caller may read, without a model. Thread-safe. */
public interface Suggestions {
  /**
   * Questions for a text begun.
   *
   * @param language of suggestions for a blank text
   */
  List<String> suggest(String partial, Caller caller, int limit, Language language);

  /** Questions near one that was asked. */
  List<String> related(String question, Caller caller, int limit);
}
