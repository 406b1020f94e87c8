package org.wenshu.protocol.http;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarFile;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * The libraries of an application as Payara holds them open while it starts it. It closes them when
 * it has, whoever may be reading a class of theirs at that moment; a class whose initialization
 * fails by that is lost until the next start. Other servers hold none. For one thread.
 */
final class StartArchives {
  private static final Logger LOG = Logger.getLogger(StartArchives.class.getName());
  private static final long TURN_MILLIS = 10;

  private final List<JarFile> archives;

  private StartArchives(List<JarFile> archives) {
    this.archives = archives;
  }

  /** Those that the loader of the application has open; none when it is not Payara's. */
  static StartArchives of(ClassLoader loader) {
    // Opens them, where they were not used for some time.
    loader.getResource("META-INF/no-such-resource");
    try {
      JarFile[] open = (JarFile[]) loader.getClass().getMethod("getJarFiles").invoke(loader);
      return new StartArchives(
          Stream.ofNullable(open).flatMap(Arrays::stream).filter(Objects::nonNull).toList());
    } catch (NoSuchMethodException otherServer) {
      return new StartArchives(List.of());
    } catch (ReflectiveOperationException | ClassCastException e) {
      LOG.log(Level.FINE, "It cannot be seen when the server is done with starting", e);
      return new StartArchives(List.of());
    }
  }

  /** Waits until all are closed, and no longer than that. */
  void awaitClosed(Duration atMost) throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    while (archives.stream().anyMatch(StartArchives::isOpen)) {
      if (System.nanoTime() - end > 0) {
        LOG.log(Level.INFO, "The server has not closed the libraries after {0}", atMost);
        return;
      }
      Thread.sleep(TURN_MILLIS);
    }
  }

  private static boolean isOpen(JarFile archive) {
    try {
      return archive.size() >= 0;
    } catch (IllegalStateException closed) {
      return false;
    }
  }
}
