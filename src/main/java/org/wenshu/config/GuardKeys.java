package org.wenshu.config;

import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.wenshu.execution.ExecutionConfig;
import org.wenshu.guard.GuardLimits;
import org.wenshu.guard.GuardPolicy;
import org.wenshu.guard.StatementBounds;
import org.wenshu.security.policy.AccessPolicy;

/** Reads {@code wenshu.guard.*}. */
final class GuardKeys {
  private GuardKeys() {}

  static GuardPolicy read(Config config) {
    Settings settings = new Settings(config, "wenshu.guard.");
    return new GuardPolicy(
        Set.copyOf(settings.list("denied-tables", List.of())),
        Set.copyOf(settings.list("denied-columns", List.of())),
        Set.copyOf(settings.list("trusted-views", List.of())),
        star(settings),
        AccessPolicy.open(),
        limits(settings, GuardLimits.defaults()),
        bounds(ExecutionKeys.read(config)));
  }

  private static GuardPolicy.Star star(Settings settings) {
    String star = settings.text("star", "permitted-columns");
    return switch (star) {
      case "permitted-columns" -> GuardPolicy.Star.PERMITTED_COLUMNS;
      case "refused" -> GuardPolicy.Star.REFUSED;
      default ->
          throw new IllegalArgumentException(
              "wenshu.guard.star knows permitted-columns and refused: " + star);
    };
  }

  /** One row more than is read, so that the reader can tell that there are more. */
  private static StatementBounds bounds(ExecutionConfig execution) {
    return new StatementBounds(execution.maxRows() + 1, execution.timeout());
  }

  private static GuardLimits limits(Settings settings, GuardLimits defaults) {
    return new GuardLimits(
        settings.number("max-characters", defaults.maxCharacters()),
        settings.number("max-nesting", defaults.maxNesting()),
        settings.number("max-tables", defaults.maxTables()),
        settings.number("max-free-joins", defaults.maxFreeJoins()),
        settings.number("max-recursion", defaults.maxRecursion()),
        settings.number("max-string-length", defaults.maxStringLength()));
  }
}
