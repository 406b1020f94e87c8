package org.wenshu.schema;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;

/**
 * Digests of catalogue content, 32 hexadecimal digits. Estimated row counts are left out: they
 * change with every insert and change no answer.
 */
public final class ContentHash {
  private final MessageDigest digest;

  private ContentHash() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** The digest of one table. */
  public static String of(Table table) {
    ContentHash hash = new ContentHash();
    hash.put(table.name()).put(table.view()).put(table.comment());
    hash.put(table.columns().size());
    table.columns().forEach(hash::putColumn);
    hash.putAll(table.primaryKey());
    table.foreignKeys().forEach(hash::putKey);
    if (table.view()) {
      hash.put(table.definition());
    }
    return hash.hex();
  }

  /** The digest of a whole catalogue; the order of the tables counts. */
  public static String of(Collection<Table> tables) {
    ContentHash hash = new ContentHash();
    tables.forEach(table -> hash.put(of(table)));
    return hash.hex();
  }

  private void putColumn(Column column) {
    put(column.name()).put(column.position()).put(column.columnType()).put(column.nullable());
    put(column.comment()).put(column.key().name()).putAll(column.sampleValues());
  }

  private void putKey(ForeignKey key) {
    putAll(key.columns()).put(key.referencedTable()).putAll(key.referencedColumns());
  }

  private ContentHash putAll(List<String> values) {
    put(values.size());
    values.forEach(this::put);
    return this;
  }

  private ContentHash put(Object value) {
    byte[] bytes = value.toString().getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
    return this;
  }

  private String hex() {
    return HexFormat.of().formatHex(digest.digest(), 0, 16);
  }
}
