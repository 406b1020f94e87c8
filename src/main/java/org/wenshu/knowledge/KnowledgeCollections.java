package org.wenshu.knowledge;

import java.util.List;
import java.util.Set;

/** The collections (contract of the gateway, section 1.8). Thread-safe. */
public interface KnowledgeCollections {
  /**
   * Those of a user, by id.
   *
   * @param anyTag those with one of these tags; empty for all
   * @param limit how many at most; 0 for all
   */
  List<CollectionInfo> list(String user, Set<String> anyTag, int limit);

  /** Changes a collection, or makes it: its name is then its id unless it is given. */
  CollectionInfo update(CollectionId id, CollectionChange change);

  /** Removes a collection and everything in it, in every store; unknown ones are no error. */
  void delete(CollectionId id);
}
