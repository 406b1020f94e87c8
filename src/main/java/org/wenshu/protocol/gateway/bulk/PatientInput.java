package org.wenshu.protocol.gateway.bulk;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.channels.CancelledKeyException;
import java.util.concurrent.TimeoutException;

/**
 * What a client sends, however long it is silent: servers end a read that blocks after half a
 * minute, which takes nothing from the stream.
 */
final class PatientInput extends FilterInputStream {
  /** One that ends earlier has failed for good. */
  private static final long SHORTEST_NANOS = 1_000_000_000L;

  PatientInput(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    while (true) {
      long start = System.nanoTime();
      try {
        return in.read(bytes, from, length);
      } catch (CancelledKeyException closed) {
        throw new IOException("The connection was closed on this side", closed);
      } catch (IOException e) {
        if (!isTimeout(e) || System.nanoTime() - start < SHORTEST_NANOS) {
          throw e;
        }
      }
    }
  }

  private static boolean isTimeout(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof TimeoutException || cause instanceof InterruptedIOException) {
        return true;
      }
    }
    return false;
  }
}
