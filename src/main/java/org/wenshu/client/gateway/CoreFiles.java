package org.wenshu.client.gateway;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import org.wenshu.client.gateway.call.Answers;

/**
 * Knowledge cores as bytes, which are MessagePack (contract, section 5.9) and pass through as they
 * are, in constant memory. The time limit for answers starts anew with each piece that moves. What
 * goes wrong with a file or a stream of the caller is an {@link java.io.UncheckedIOException}. Safe
 * for many threads.
 */
public final class CoreFiles {
  private final CoreTransfer transfer;

  CoreFiles(CoreTransfer transfer) {
    this.transfer = transfer;
  }

  /**
   * Brings the core in a file to the server, as the core of this id of this user. One that is there
   * is added to; what was stored stays when the rest cannot be.
   */
  public void importCore(String id, String user, Path from) {
    Answers.await(transfer.importFile(id, user, from));
  }

  /** The same from a stream, which is read to its end and not closed. */
  public void importCore(String id, String user, InputStream from) {
    Answers.await(transfer.importStream(id, user, from, -1));
  }

  /**
   * Writes a core to a file, which is replaced if it is there; one that did not come whole is not
   * left behind.
   *
   * @return the length in bytes
   * @throws org.wenshu.client.gateway.error.LoadException if there is no such core
   */
  public long exportCore(String id, String user, Path to) {
    return Answers.await(transfer.exportFile(id, user, to));
  }

  /**
   * The same to a stream, which is not closed, and may have got a part of what did not come whole.
   */
  public long exportCore(String id, String user, OutputStream to) {
    return Answers.await(transfer.exportStream(id, user, to));
  }
}
