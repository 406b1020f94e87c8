package org.wenshu.knowledge;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * Knowledge cores: stored bundles of triples and embeddings of entities (contract of the gateway,
 * section 1.7). Thread-safe.
 */
public interface KnowledgeCores {
  /** The ids of those of a user. */
  List<String> list(String user);

  /** Whether there is such a core. */
  boolean exists(CoreId core);

  /** Adds to a core, which is made where there is none; durable when this returns. */
  void put(CoreId core, CorePart part);

  /** Removes a core; what was loaded from it stays. Unknown ones are no error. */
  void delete(CoreId core);

  /**
   * Begins to copy a core into a collection.
   *
   * @return ends when everything is there
   * @throws org.wenshu.error.WenshuException MALFORMED_REQUEST when there is no such core, or its
   *     vectors do not fit the collection's
   */
  CompletionStage<Void> load(CoreId core, CollectionId target);

  /** Removes what loading that core has added to collections, wherever that was. */
  void unload(CoreId core);

  /** Reads a core, its triples first, in constant memory; nothing where it is unknown. */
  void each(CoreId core, Consumer<CorePart> visitor);
}
