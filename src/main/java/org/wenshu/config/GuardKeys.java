package org.wenshu.config;

import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.wenshu.guard.GuardLimits;
import org.wenshu.guard.GuardPolicy;

/** Reads {@code wenshu.guard.*}. */
final class GuardKeys {
  private GuardKeys() {}

  static GuardPolicy read(Config config) {
    Settings settings = new Settings(config, "wenshu.guard.");
    return new GuardPolicy(
        Set.copyOf(settings.list("denied-tables", List.of())),
        Set.copyOf(settings.list("denied-columns", List.of())),
        limits(settings, GuardLimits.defaults()));
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
