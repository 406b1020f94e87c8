package org.wenshu.config;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.wenshu.feed.FeedConfig;
import org.wenshu.feed.live.LiveConfig;
import org.wenshu.feed.source.LogConfig;
import org.wenshu.feed.source.SimulatorConfig;
import org.wenshu.feed.source.TableConfig;
import org.wenshu.protocol.ws.feed.FeedWireConfig;

/** Reads {@code wenshu.feed.*}. */
final class FeedKeys {
  private static final Pattern ADDRESS = Pattern.compile("//(?:[^@/]*@)?([^:/,?]+)(?::(\\d+))?");
  private static final int MYSQL_PORT = 3306;

  private FeedKeys() {}

  static FeedConfig feed(Settings settings) {
    FeedConfig defaults = FeedConfig.defaults();
    return new FeedConfig(
        ZoneId.of(settings.text("zone", defaults.zone().getId())),
        settings.list("sources", defaults.sources()),
        settings.duration("takeover", defaults.takeover()),
        settings.truth("strict-symbols", defaults.strictSymbols()));
  }

  static FeedWireConfig wire(Settings settings) {
    FeedWireConfig defaults = FeedWireConfig.defaults();
    return new FeedWireConfig(
        settings.list("paths", defaults.paths()),
        settings.number("max-subscriptions", defaults.maxSubscriptions()),
        settings.number("max-pairs", defaults.maxPairs()),
        settings.number("messages-per-second", defaults.messagesPerSecond()),
        settings.number("max-control-frames", defaults.maxControlFrames()),
        settings.number("max-waiting", defaults.maxWaiting()),
        settings.number("max-events", defaults.maxEvents()),
        settings.number("book-levels", defaults.bookLevels()),
        settings.duration("flush-interval", defaults.flushInterval()),
        settings.duration("heartbeat-interval", defaults.heartbeatInterval()),
        settings.duration("idle-timeout", defaults.idleTimeout()),
        settings.duration("ping-interval", defaults.pingInterval()),
        settings.duration("require-app-heartbeat", defaults.requireAppHeartbeat()),
        settings.truth("shared", defaults.shared()),
        settings.number("max-connections-per-key", defaults.maxConnectionsPerKey()));
  }

  static LiveConfig live(Settings settings) {
    LiveConfig defaults = LiveConfig.defaults();
    return new LiveConfig(
        settings.duration("interval", defaults.interval()),
        settings.number("max-questions", defaults.maxQuestions()),
        settings.number("max-per-connection", defaults.maxPerConnection()),
        settings.number("parallel", defaults.parallel()),
        settings.duration("timeout", defaults.timeout()));
  }

  /** Columns are given as {@code member=column}. */
  static TableConfig table(Settings settings) {
    TableConfig defaults = TableConfig.defaults();
    Map<String, String> columns = new HashMap<>();
    for (String entry : settings.list("columns", List.of())) {
      int equals = entry.indexOf('=');
      if (equals <= 0) {
        throw new IllegalArgumentException("wenshu.feed.table.columns must hold member=column");
      }
      columns.put(entry.substring(0, equals).strip(), entry.substring(equals + 1).strip());
    }
    return new TableConfig(
        TableConfig.Mode.valueOf(
            settings.text("mode", defaults.mode().name()).toUpperCase(Locale.ROOT)),
        settings.text("name", defaults.table()),
        columns,
        settings.text("node", defaults.node()),
        settings.duration("interval", defaults.interval()),
        settings.duration("patience", defaults.patience()),
        settings.number("max-catch-up", defaults.maxCatchUp()));
  }

  /** Where the log of the database being asked is; empty while nobody says where that is. */
  static Optional<LogConfig> log(Config config) {
    Settings settings = new Settings(config, "wenshu.feed.table.");
    Settings target = new Settings(config, "wenshu.target.");
    Matcher address = ADDRESS.matcher(target.text("url", ""));
    if (!address.find()) {
      return Optional.empty();
    }
    String port = address.group(2);
    return Optional.of(
        new LogConfig(
            address.group(1),
            port == null ? MYSQL_PORT : Integer.parseInt(port),
            settings.text("log-user", target.text("user", "")),
            settings.text("log-password", target.text("password", ""))));
  }

  static SimulatorConfig simulator(Settings settings) {
    SimulatorConfig defaults = SimulatorConfig.defaults();
    return new SimulatorConfig(
        settings.truth("enabled", defaults.enabled()),
        settings.number("seed", (int) defaults.seed()),
        settings.list("symbols", defaults.symbols()),
        Double.parseDouble(settings.text("volatility", Double.toString(defaults.volatility()))),
        settings.number("ticks-per-second", defaults.ticksPerSecond()),
        settings.truth("forced", defaults.forced()));
  }
}
