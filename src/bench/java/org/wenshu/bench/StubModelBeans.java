package org.wenshu.bench;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.wenshu.assistant.LanguageModel;

/** Puts {@link StubModel} in the place of the language model, with {@value #SQL} to say. */
@Alternative
@Priority(1)
@ApplicationScoped
public class StubModelBeans {
  static final String SQL = "wenshu.bench.sql";

  /** The stub. */
  @Produces
  @Singleton
  public LanguageModel languageModel(Config config) {
    String sql = config.getValue(SQL, String.class);
    return new LanguageModel(Optional.of(new StubModel(sql)), "stub");
  }
}
