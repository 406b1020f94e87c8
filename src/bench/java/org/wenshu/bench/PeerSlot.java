package org.wenshu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

/** The Python peer, when its script was given. */
final class PeerSlot implements AutoCloseable {
  private final Optional<PythonPeer> peer;

  private PeerSlot(Optional<PythonPeer> peer) {
    this.peer = peer;
  }

  static PeerSlot open(Optional<Path> script, Path work, BenchDatabase database, String sql)
      throws IOException, InterruptedException {
    if (script.isEmpty() || !Files.exists(script.get())) {
      System.out.println("Without the Python peer: -Dbench.peer names no file");
      return new PeerSlot(Optional.empty());
    }
    return new PeerSlot(Optional.of(PythonPeer.start(work, script.get(), database, sql)));
  }

  boolean present() {
    return peer.isPresent();
  }

  ChildProcess process() {
    return peer.orElseThrow().process();
  }

  Callable<Load.Client> opener(String sql) {
    return peer.orElseThrow().opener(sql);
  }

  @Override
  public void close() {
    if (peer.isPresent()) {
      peer.get().close();
    }
  }
}
