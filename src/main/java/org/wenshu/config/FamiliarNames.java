package org.wenshu.config;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Environment variables by which operators of market feeds know some of our settings (contract of
 * the feed, section 18). Whatever is set under our own name comes before them. Immutable.
 */
public final class FamiliarNames implements ConfigSource {
  private static final int ORDINAL = 50;
  private static final String SOURCE = "DATASOURCE_TYPE";

  private static final Map<String, Alias> ALIASES =
      Map.of(
          "wenshu.ws.max-connections", Alias.same("MAX_CONNECTIONS"),
          "wenshu.feed.max-subscriptions", Alias.same("MAX_SUBSCRIPTIONS_PER_CLIENT"),
          "wenshu.feed.table.interval", new Alias("UPDATE_INTERVAL", FamiliarNames::seconds),
          "wenshu.feed.table.mode", new Alias(SOURCE, FamiliarNames::tableMode),
          "wenshu.feed.simulator.enabled", new Alias(SOURCE, FamiliarNames::simulator),
          "wenshu.security.auth", new Alias("ENABLE_AUTH", FamiliarNames::authentication),
          "wenshu.security.tokens",
              new Alias("AUTH_TOKEN", token -> Optional.of(token + "=client")));

  private final UnaryOperator<String> environment;

  /** The names in this process's environment. */
  public FamiliarNames() {
    this(System::getenv);
  }

  FamiliarNames(UnaryOperator<String> environment) {
    this.environment = environment;
  }

  /** How a variable is read; empty where it says nothing about the setting. */
  private record Alias(String variable, Function<String, Optional<String>> reading) {
    static Alias same(String variable) {
      return new Alias(variable, Optional::of);
    }
  }

  @Override
  public Set<String> getPropertyNames() {
    return ALIASES.keySet();
  }

  @Override
  public String getValue(String name) {
    Alias alias = ALIASES.get(name);
    if (alias == null) {
      return null;
    }
    return Optional.ofNullable(environment.apply(alias.variable()))
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .flatMap(alias.reading())
        .orElse(null);
  }

  @Override
  public String getName() {
    return "Familiar names of the market feed";
  }

  @Override
  public int getOrdinal() {
    return ORDINAL;
  }

  private static Optional<String> seconds(String value) {
    return value.matches("\\d{1,6}(\\.\\d{1,9})?")
        ? Optional.of("PT" + value + "S")
        : Optional.empty();
  }

  private static Optional<String> tableMode(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "mysql-cdc" -> Optional.of("log");
      case "mysql-poll" -> Optional.of("poll");
      default -> Optional.empty();
    };
  }

  private static Optional<String> simulator(String value) {
    boolean simulated = value.equalsIgnoreCase("simulator") || value.equalsIgnoreCase("mock");
    return simulated ? Optional.of("true") : Optional.empty();
  }

  private static Optional<String> authentication(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "true", "1" -> Optional.of("required");
      case "false", "0" -> Optional.of("off");
      default -> Optional.empty();
    };
  }
}
