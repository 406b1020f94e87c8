package org.wenshu.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a client must not leave behind: threads and sockets. */
public final class Leaks {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  static {
    // The JDK keeps a socket of its own from the first one that is closed on.
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        SocketChannel channel = SocketChannel.open(server.getLocalSocketAddress())) {
      channel.shutdownOutput();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final Set<Thread> threadsBefore = threads();
  private final long socketsBefore = sockets();

  private Leaks() {}

  /** Watches from now on; what others had open before is theirs. */
  public static Leaks watch() {
    return new Leaks();
  }

  /** Fails unless this process soon has no more open sockets and client threads than before. */
  public void assertNone() {
    await("open sockets beyond those before", this::socketsLeft);
    assertNoThreads();
  }

  /** Fails unless all threads of clients end soon, those of the JDK's HTTP client included. */
  public void assertNoThreads() {
    await("threads of the client", this::threadsLeft);
  }

  private List<String> socketsLeft() {
    long more = sockets() - socketsBefore;
    return more <= 0 ? List.of() : List.of(more + " sockets");
  }

  private List<String> threadsLeft() {
    return threads().stream()
        .filter(thread -> !threadsBefore.contains(thread))
        .map(Thread::getName)
        .toList();
  }

  /** How many sockets this process has open; 0 where the system does not tell. */
  public static long sockets() {
    Path open = Path.of("/proc/self/fd");
    if (!Files.isDirectory(open)) {
      return 0;
    }
    try (Stream<Path> each = Files.list(open)) {
      return each.filter(Leaks::isSocket).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isSocket(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
    } catch (IOException closed) {
      return false;
    }
  }

  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(Leaks::isOfAClient)
        .collect(Collectors.toSet());
  }

  private static boolean isOfAClient(Thread thread) {
    String name = thread.getName();
    return name.startsWith("wenshu-client") || name.startsWith("HttpClient-");
  }

  @SuppressWarnings("SystemGc") // The JDK's client ends its thread when it is collected.
  private static void await(String what, Supplier<List<String>> left) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!left.get().isEmpty() && System.nanoTime() < end) {
      System.gc();
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
    assertThat(left.get()).as(what).isEmpty();
  }
}
