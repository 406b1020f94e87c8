package org.wenshu.protocol.gateway.bulk;

import java.util.Optional;
import org.wenshu.knowledge.CollectionId;

/**
 * What the address of an import says for frames that do not say it themselves.
 *
 * @param user empty for the default one
 * @param collection empty for the default one
 * @param schema of rows
 */
record BulkTarget(String user, String collection, Optional<String> schema) {
  /** The collection of a frame that names these; empty where it names none. */
  CollectionId collection(String userOfFrame, String collectionOfFrame) {
    return CollectionId.of(
        userOfFrame.isEmpty() ? user : userOfFrame,
        collectionOfFrame.isEmpty() ? collection : collectionOfFrame);
  }
}
