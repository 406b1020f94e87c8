package org.wenshu.protocol.gateway.rest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory that the bodies of all requests together may take until they are answered, so that
 * many long ones at once are refused and do not end the server. Thread-safe.
 */
final class BodyMemory {
  private static final int STEP = 1 << 16;

  private final AtomicLong left;

  BodyMemory(long bytes) {
    left = new AtomicLong(bytes);
  }

  /** A body, and the memory that it takes. Closing it twice does no harm. */
  static final class Body implements AutoCloseable {
    private final BodyMemory memory;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final AtomicBoolean closed = new AtomicBoolean();
    private long taken;

    private Body(BodyMemory memory) {
      this.memory = memory;
    }

    byte[] bytes() {
      return bytes.toByteArray();
    }

    int length() {
      return bytes.size();
    }

    private boolean isGranted() {
      taken += STEP;
      return memory.left.addAndGet(-STEP) >= 0;
    }

    @Override
    public void close() {
      if (closed.compareAndSet(false, true)) {
        memory.left.addAndGet(taken);
      }
    }
  }

  /** Reads at most so many bytes; empty when there is no room for them at the moment. */
  Optional<Body> read(InputStream in, int most) throws IOException {
    Body body = new Body(this);
    boolean whole = false;
    try {
      byte[] step = new byte[STEP];
      int read = STEP;
      while (read == STEP && body.length() < most) {
        if (!body.isGranted()) {
          return Optional.empty();
        }
        read = in.readNBytes(step, 0, Math.min(STEP, most - body.length()));
        body.bytes.write(step, 0, read);
      }
      whole = true;
      return Optional.of(body);
    } finally {
      if (!whole) {
        body.close();
      }
    }
  }
}
