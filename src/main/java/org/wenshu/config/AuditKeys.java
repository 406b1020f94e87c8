package org.wenshu.config;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.wenshu.audit.AuditConfig;

/** Reads {@code wenshu.audit.*}. */
final class AuditKeys {
  private static final Set<String> MASKS = Set.of("question", "literals");

  private AuditKeys() {}

  static AuditConfig read(Config config) {
    AuditConfig defaults = AuditConfig.defaults();
    Settings settings = new Settings(config, "wenshu.audit.");
    Set<String> masks = masks(settings);
    return new AuditConfig(
        settings.truth("required", defaults.required()),
        masks.contains("question"),
        masks.contains("literals"),
        settings.truth("log", defaults.log()),
        settings.number("max-queued", defaults.maxQueued()),
        settings.number("batch", defaults.batch()),
        settings.duration("retention", defaults.retention()),
        settings.duration("shutdown-wait", defaults.shutdownWait()));
  }

  /** A mask that is not known would leave in the open what was to be hidden. */
  private static Set<String> masks(Settings settings) {
    Set<String> masks = new HashSet<>();
    for (String name : settings.list("mask", List.of())) {
      String mask = name.strip().toLowerCase(Locale.ROOT);
      if (!MASKS.contains(mask)) {
        throw new IllegalArgumentException(
            "wenshu.audit.mask knows question and literals: " + name);
      }
      masks.add(mask);
    }
    return masks;
  }
}
