package org.wenshu.protocol.ws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.wenshu.TestingDatabase;
import org.wenshu.llm.ScriptedModelServer;
import org.wenshu.security.jwt.TestingIssuer;

/**
 * Starts what the server under test talks to, a database, a model and an issuer of tokens, before
 * Arquillian reads where they are. Does nothing where no server is going to be started.
 */
public final class InContainerSession implements LauncherSessionListener {
  /** What callers have to show. */
  public static final String TOKEN = "it-token";

  /** Shown by somebody who may bring ticks. */
  public static final String FEEDER = "it-feeder";

  /** Shown by an administrator. */
  public static final String KEEPER = "it-keeper";

  /** Shown by somebody whose permissions say nothing of the feed. */
  public static final String STRANGER = "it-stranger";

  private static ScriptedModelServer model;
  private static TestingIssuer issuer;

  /** The model that the server under test asks. */
  public static ScriptedModelServer model() {
    return model;
  }

  /** Whose tokens the server under test believes. */
  public static TestingIssuer issuer() {
    return issuer;
  }

  /** The port of the server under test. */
  public static int port() {
    return Integer.getInteger("wenshu.it.port");
  }

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    if (System.getProperty("arquillian.launch") == null) {
      return;
    }
    model = ScriptedModelServer.start();
    issuer = TestingIssuer.start();
    System.setProperty("wenshu.it.port", String.valueOf(freePort()));
    System.setProperty("wenshu.it.management-port", String.valueOf(freePort()));
    System.setProperty(
        "wenshu.it.preboot",
        Path.of("target", "test-classes", "payara-preboot.txt").toAbsolutePath().toString());
    System.setProperty("wenshu.it.options", options());
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    if (model != null) {
      model.close();
      issuer.close();
    }
  }

  /** For a place in Arquillian's descriptor, which is XML. */
  private static String options() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("wenshu.target.url", TestingDatabase.demoUrl());
    options.put("wenshu.target.user", TestingDatabase.reader().user());
    options.put("wenshu.target.password", TestingDatabase.reader().password());
    options.put("wenshu.store.url", TestingDatabase.storeUrl());
    options.put("wenshu.store.user", TestingDatabase.store().user());
    options.put("wenshu.store.password", TestingDatabase.store().password());
    options.put("wenshu.llm.base-url", model.baseUrl().toString());
    options.put("wenshu.llm.api-key", "none");
    options.put("wenshu.llm.model", "scripted");
    // The tests bring the model down; the next must not wait a minute for it.
    options.put("wenshu.llm.pause", "PT2S");
    options.put(
        "wenshu.security.tokens",
        TOKEN + "=tester," + FEEDER + "=feeder," + KEEPER + "=keeper," + STRANGER + "=stranger");
    options.put(
        "wenshu.security.identities",
        "{\"feeder\":{\"permissions\":[\"write:market_data\",\"read:market_data\"]},"
            + "\"keeper\":{\"roles\":[\"admin\"]},"
            + "\"stranger\":{\"permissions\":[\"schema:read\"]}}");
    options.put("wenshu.policy.refresh-interval", "PT0.2S");
    options.put("wenshu.security.jwt.jwks-url", issuer.jwksUrl().toString());
    options.put("wenshu.security.jwt.issuer", TestingIssuer.NAME);
    options.put("wenshu.security.jwt.audience", TestingIssuer.AUDIENCE);
    // A key is replaced by a test; the next must not wait for the new one.
    options.put("wenshu.security.jwt.jwks-timeout", "PT0.5S");
    options.put("wenshu.security.jwt.jwks-interval", "PT0.5S");
    options.put("wenshu.feed.table.mode", "poll");
    options.put("wenshu.feed.table.name", "ticks");
    options.put("wenshu.feed.live.interval", "PT0.3S");
    options.put("wenshu.rag.max-connections", "60");
    options.put("wenshu.rag.facade-token", TOKEN);
    options.put("wenshu.rate-limit.per-connection", "0");
    options.put("wenshu.sender.stall-timeout", "PT3S");
    options.put("wenshu.ws.max-connections", "40");
    return options.entrySet().stream()
        .map(
            option ->
                "-D"
                    + option.getKey()
                    + "="
                    + option.getValue().replace("&", "&amp;").replace("\"", "&quot;"))
        .collect(Collectors.joining(" "));
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
