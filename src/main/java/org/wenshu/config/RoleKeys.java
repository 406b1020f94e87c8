package org.wenshu.config;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.wenshu.security.RoleGrants;

/** Reads what roles permit: {@code wenshu.security.role-grants} and {@code reserved-tables}. */
final class RoleKeys {
  private static final String PREFIX = "wenshu.security.";
  private static final String CONTRACT = "contract";
  private static final String READING = "reading";

  private RoleKeys() {}

  /** Where nobody has to say who they are, roles would hold nobody off. */
  static RoleGrants read(Config config) {
    Settings settings = new Settings(config, PREFIX);
    String grants =
        settings.text("role-grants", IdentityKeys.isRequired(config) ? CONTRACT : READING).strip();
    RoleGrants read =
        switch (grants) {
          case CONTRACT -> RoleGrants.contract();
          case READING -> RoleGrants.reading();
          default -> RoleGrants.contract().with(sets("role-grants", grants));
        };
    String reserved = settings.text("reserved-tables", "").strip();
    return reserved.isEmpty()
        ? read
        : new RoleGrants(read.byRole(), sets("reserved-tables", reserved));
  }

  private static Map<String, Set<String>> sets(String name, String text) {
    return JsonSetting.read(PREFIX + name, text, new TypeReference<Map<String, Set<String>>>() {});
  }
}
