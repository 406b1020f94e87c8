package org.wenshu.config;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.wenshu.security.AuthenticationConfig;
import org.wenshu.security.Caller;
import org.wenshu.security.Identity;

/** Reads who may connect with an opaque token: {@code wenshu.security.auth, tokens, identities}. */
final class IdentityKeys {
  private static final String PREFIX = "wenshu.security.";
  private static final String IDENTITIES = PREFIX + "identities";

  private IdentityKeys() {}

  static AuthenticationConfig read(Config config) {
    Settings settings = new Settings(config, PREFIX);
    return new AuthenticationConfig(
        isRequired(config), tokens(settings), identities(settings.text("identities", "{}")));
  }

  /** Whether callers have to say who they are: all but {@code wenshu.security.auth=off}. */
  static boolean isRequired(Config config) {
    return !new Settings(config, PREFIX).text("auth", "required").equalsIgnoreCase("off");
  }

  private static Map<String, String> tokens(Settings settings) {
    Map<String, String> callers = new LinkedHashMap<>();
    for (String entry : settings.list("tokens", List.of())) {
      int equals = entry.lastIndexOf('=');
      if (equals <= 0) {
        throw new IllegalArgumentException(PREFIX + "tokens holds an entry without a name");
      }
      callers.put(entry.substring(0, equals).strip(), entry.substring(equals + 1).strip());
    }
    return callers;
  }

  private static Map<String, Identity> identities(String text) {
    Map<String, Identity> identities = new HashMap<>();
    JsonSetting.read(IDENTITIES, text, new TypeReference<Map<String, Entry>>() {})
        .forEach((name, entry) -> identities.put(name, entry.identity(name)));
    return identities;
  }

  /** One member of the object, as written. */
  record Entry(
      JsonNode id,
      String username,
      String email,
      Set<String> roles,
      Set<String> permissions,
      Map<String, List<String>> attributes) {

    Identity identity(String name) {
      Caller caller =
          new Caller(
              name,
              Objects.requireNonNullElse(roles, Set.of()),
              Objects.requireNonNullElse(permissions, Set.of()),
              Objects.requireNonNullElse(attributes, Map.of()));
      return new Identity(
          caller,
          id == null || id.isNull() ? name : id(name),
          Objects.requireNonNullElse(username, name),
          Optional.ofNullable(email),
          Optional.empty());
    }

    private String id(String name) {
      if (!id.isTextual() && !id.isIntegralNumber()) {
        throw new IllegalArgumentException(
            IDENTITIES + " holds an id of " + name + " that is neither text nor a whole number");
      }
      return id.asText();
    }
  }
}
