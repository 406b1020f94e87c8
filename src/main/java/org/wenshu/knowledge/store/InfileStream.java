package org.wenshu.knowledge.store;

import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;

/**
 * The rows of items as {@code LOAD DATA} reads them, made while they are read: the server stores
 * the first ones while the next are being made, and no more than a piece is held. For one thread.
 *
 * @param <T> the kind of the items
 */
final class InfileStream<T> extends InputStream {
  private static final int PIECE = 1 << 16;

  private final TableFormat<T> format;
  private final Iterator<T> items;
  private final Hashes hashes = new Hashes();
  private final InfileRows rows = new InfileRows();

  InfileStream(TableFormat<T> format, List<T> items) {
    this.format = format;
    this.items = items.iterator();
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (rows.waiting() == 0) {
      fill();
    }
    return rows.waiting() == 0 ? -1 : rows.take(target, from, length);
  }

  private void fill() throws IOException {
    try {
      while (items.hasNext() && rows.waiting() < PIECE) {
        format.write(items.next(), hashes, rows);
        rows.end();
      }
    } catch (SQLException | RuntimeException e) {
      // Anything else would leave the driver, and the connection with it, in the middle of the
      // file.
      throw new IOException(e);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }
}
