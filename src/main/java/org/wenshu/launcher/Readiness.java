package org.wenshu.launcher;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.wenshu.error.ErrorCode;
import org.wenshu.question.Wording;

/** Waits until the page is served. */
final class Readiness {
  private static final Duration DEADLINE = Duration.ofMinutes(10);
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final int READ_TIMEOUT_MILLIS = 5_000;

  private final WebServer server;
  private final int port;
  private final Path log;

  Readiness(WebServer server, int port, Path log) {
    this.server = server;
    this.port = port;
    this.log = log;
  }

  /** Returns when the page answers; fails with one sentence when it will not. */
  void await() throws InterruptedException {
    long end = System.nanoTime() + DEADLINE.toNanos();
    boolean up = false;
    while (!serves()) {
      // Looked at before asking once more: the page may have come up between the two.
      if (up || !server.alive() || System.nanoTime() > end) {
        throw new LaunchException(
            ErrorCode.INTERNAL,
            new Wording(
                "应用未能启动；原因见 %s。".formatted(log),
                "The application did not start; %s says why.".formatted(log)));
      }
      up = server.up();
      Thread.sleep(PAUSE.toMillis());
    }
  }

  private boolean serves() {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/").toURL().openConnection();
      connection.setConnectTimeout(READ_TIMEOUT_MILLIS);
      connection.setReadTimeout(READ_TIMEOUT_MILLIS);
      return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException e) {
      // Not listening yet.
      return false;
    }
  }
}
