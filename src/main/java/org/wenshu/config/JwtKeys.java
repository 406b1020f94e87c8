package org.wenshu.config;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.wenshu.security.jwt.JwtConfig;
import org.wenshu.security.jwt.JwtConfig.ClaimNames;
import org.wenshu.security.jwt.KeyOrigin;
import org.wenshu.security.jwt.RefetchConfig;

/** Reads {@code wenshu.security.jwt.*}. */
final class JwtKeys {
  private static final String PREFIX = "wenshu.security.jwt.";

  /** Without keys nothing would come of these, though whoever wrote them counts on it. */
  private static final List<String> NEED_KEYS =
      List.of("issuer", "audience", "clock-skew", "name-claim", "roles-claims", "client-id");

  private JwtKeys() {}

  /** Which tokens are believed; empty when no keys are configured. */
  static Optional<JwtConfig> read(Config config) {
    Settings settings = new Settings(config, PREFIX);
    List<KeyOrigin> origins = origins(settings);
    if (origins.size() > 1) {
      throw new IllegalArgumentException(
          "Only one of "
              + String.join(", ", PREFIX + "jwks-url", PREFIX + "public-key", PREFIX + "secret")
              + " may be set");
    }
    if (origins.isEmpty()) {
      refuseWithoutKeys(settings);
    }
    return origins.stream().map(origin -> read(settings, JwtConfig.defaults(origin))).findFirst();
  }

  private static List<KeyOrigin> origins(Settings settings) {
    Stream<KeyOrigin> published =
        text(settings, "jwks-url")
            .<KeyOrigin>map(url -> new KeyOrigin.Published(address(url), refetch(settings)))
            .stream();
    Stream<KeyOrigin> pem =
        text(settings, "public-key").<KeyOrigin>map(KeyOrigin.Pem::new).stream();
    Stream<KeyOrigin> secret =
        text(settings, "secret").<KeyOrigin>map(KeyOrigin.Secret::new).stream();
    return Stream.of(published, pem, secret).flatMap(origin -> origin).toList();
  }

  private static URI address(String url) {
    try {
      return URI.create(url.strip());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(PREFIX + "jwks-url is no address: " + e.getMessage(), e);
    }
  }

  private static RefetchConfig refetch(Settings settings) {
    RefetchConfig defaults = RefetchConfig.defaults();
    return new RefetchConfig(
        settings.duration("jwks-lifetime", defaults.lifetime()),
        settings.duration("jwks-interval", defaults.interval()),
        settings.duration("jwks-timeout", defaults.timeout()),
        settings.duration("jwks-outage", defaults.outage()));
  }

  private static void refuseWithoutKeys(Settings settings) {
    for (String name : NEED_KEYS) {
      if (text(settings, name).isPresent()) {
        throw new IllegalArgumentException(
            PREFIX + name + " is set, but none of jwks-url, public-key and secret beside it");
      }
    }
  }

  private static JwtConfig read(Settings settings, JwtConfig defaults) {
    ClaimNames claims = defaults.claims();
    List<String> audience = settings.list("audience", List.of());
    return new JwtConfig(
        defaults.keys(),
        text(settings, "issuer"),
        Set.copyOf(audience.stream().map(String::strip).toList()),
        settings.duration("clock-skew", defaults.clockSkew()),
        settings.number("max-chars", defaults.maxChars()),
        new ClaimNames(
            settings.text("name-claim", claims.name()).strip(),
            settings.list("roles-claims", claims.roles()).stream().map(String::strip).toList(),
            text(settings, "client-id")));
  }

  private static Optional<String> text(Settings settings, String name) {
    return Optional.of(settings.text(name, "")).map(String::strip).filter(text -> !text.isEmpty());
  }
}
