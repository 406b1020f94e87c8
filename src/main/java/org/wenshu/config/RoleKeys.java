package org.wenshu.config;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.wenshu.security.RoleGrants;
import org.wenshu.security.policy.Masking;

/** Reads {@code wenshu.security.role-grants, reserved-tables} and {@code masking}. */
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

  /** Which columns are masked by their names: {@code wenshu.security.masking}. */
  static Masking masking(Config config) {
    String otherwise = IdentityKeys.isRequired(config) ? "on" : "off";
    String masking = new Settings(config, PREFIX).text("masking", otherwise).strip();
    return switch (masking) {
      case "on" -> Masking.PERSONAL;
      case "off" -> Masking.PASSWORDS;
      default ->
          throw new IllegalArgumentException(PREFIX + "masking knows on and off: " + masking);
    };
  }

  private static Map<String, Set<String>> sets(String name, String text) {
    return JsonSetting.read(PREFIX + name, text, new TypeReference<Map<String, Set<String>>>() {});
  }
}
