package org.wenshu.generation;

/** SQL text as a generator wrote it; only the guard can make something executable of it. */
public record DraftSql(String text) {
  /** Rejects blank text. */
  public DraftSql {
    if (text.isBlank()) {
      throw new IllegalArgumentException("SQL must not be blank");
    }
  }
}
