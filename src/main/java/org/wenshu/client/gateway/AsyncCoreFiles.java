package org.wenshu.client.gateway;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/**
 * The twin of {@link CoreFiles} that does not wait. Files and streams are read and written by the
 * client's threads: one that blocks keeps a thread from other work. Cancelling a future ends the
 * transfer. Safe for many threads.
 */
public final class AsyncCoreFiles {
  private final CoreTransfer transfer;

  AsyncCoreFiles(CoreTransfer transfer) {
    this.transfer = transfer;
  }

  /** Brings the core in a file to the server. */
  public CompletableFuture<Void> importCore(String id, String user, Path from) {
    return transfer.importFile(id, user, from);
  }

  /** The same from a stream, which is read to its end and not closed. */
  public CompletableFuture<Void> importCore(String id, String user, InputStream from) {
    return transfer.importStream(id, user, from, -1);
  }

  /** Writes a core to a file; gives its length in bytes. */
  public CompletableFuture<Long> exportCore(String id, String user, Path to) {
    return transfer.exportFile(id, user, to);
  }

  /** The same to a stream, which is not closed. */
  public CompletableFuture<Long> exportCore(String id, String user, OutputStream to) {
    return transfer.exportStream(id, user, to);
  }
}
