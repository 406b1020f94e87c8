package org.wenshu.protocol.gateway.bulk;

import java.util.Arrays;
import java.util.Optional;

/** What can be moved in bulk, by the names of the paths. */
public enum BulkKind {
  TRIPLES("triples"),
  GRAPH_EMBEDDINGS("graph-embeddings"),
  DOCUMENT_EMBEDDINGS("document-embeddings"),
  ENTITY_CONTEXTS("entity-contexts"),
  OBJECTS("objects");

  private static final String ROWS = "rows";

  private final String path;

  BulkKind(String path) {
    this.path = path;
  }

  /** The name in the path. */
  public String path() {
    return path;
  }

  /** The kind of that name; rows are objects too. */
  static Optional<BulkKind> of(String name) {
    String path = name.equals(ROWS) ? OBJECTS.path : name;
    return Arrays.stream(values()).filter(kind -> kind.path.equals(path)).findFirst();
  }

  boolean isExportable() {
    return this != OBJECTS;
  }
}
