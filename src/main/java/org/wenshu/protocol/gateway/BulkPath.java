package org.wenshu.protocol.gateway;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The path of a bulk socket (contract, section 5.1).
 *
 * @param flow the flow it names
 * @param store the interface that the flow must offer; empty for an unknown kind
 */
record BulkPath(String flow, Optional<String> store) {
  private static final Pattern PATH =
      Pattern.compile("/api/v1/flow/([^/]+)/(import|export)/([^/]+)/?");
  private static final Map<String, String> STORES =
      Map.of(
          "triples", "triples-store",
          "graph-embeddings", "graph-embeddings-store",
          "document-embeddings", "document-embeddings-store",
          "entity-contexts", "entity-contexts-load",
          "objects", "objects-store",
          "rows", "objects-store");

  /** The path, if it is one; decoded, without the context. */
  static Optional<BulkPath> of(String path) {
    Matcher parts = PATH.matcher(path);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String store = STORES.get(parts.group(3));
    boolean exportsRows = parts.group(2).equals("export") && "objects-store".equals(store);
    return Optional.of(
        new BulkPath(parts.group(1), exportsRows ? Optional.empty() : Optional.ofNullable(store)));
  }
}
