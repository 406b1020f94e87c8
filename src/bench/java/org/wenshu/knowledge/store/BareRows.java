package org.wenshu.knowledge.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The rows that stores write, made beforehand, for a program that does nothing but load them. */
public final class BareRows {
  private final byte[] rows;
  private final String columns;

  private <T> BareRows(TableFormat<T> format, List<T> items) throws IOException {
    try (InputStream stream = new InfileStream<>(format, items)) {
      rows = stream.readAllBytes();
    }
    columns = String.join(", ", format.columns());
  }

  /** The rows of these triples. */
  public static BareRows triples(List<org.wenshu.knowledge.Triple> items) throws IOException {
    return new BareRows(new TripleFormat(), items);
  }

  /** The rows of these embeddings. */
  public static BareRows embeddings(List<org.wenshu.knowledge.EntityVector> items)
      throws IOException {
    return new BareRows(new EntityVectorFormat(), items);
  }

  /** What is loaded. */
  public InputStream stream() {
    return new ByteArrayInputStream(rows);
  }

  /** The statement that loads it into that table. */
  public String statement(String table) {
    return "LOAD DATA LOCAL INFILE 'rows' IGNORE INTO TABLE "
        + table
        + " CHARACTER SET binary FIELDS TERMINATED BY 0x09 ESCAPED BY 0x5c"
        + " LINES TERMINATED BY 0x0a ("
        + columns
        + ") SET collection_id = 1";
  }
}
