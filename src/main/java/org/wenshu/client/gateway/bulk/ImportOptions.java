package org.wenshu.client.gateway.bulk;

import java.util.Objects;
import java.util.function.Consumer;
import org.wenshu.client.gateway.request.Defaults;

/**
 * How an import is done. Immutable: every method makes another one.
 *
 * @param user whose data it becomes
 * @param collection where it goes
 * @param documentId the document that the items come from; may be empty
 * @param batchSize at most so many items in a frame; fewer, if they are long
 * @param onProgress hears how far it is, after a frame or about once a second, on the thread that
 *     has learned it; must not block
 */
public record ImportOptions(
    String user,
    String collection,
    String documentId,
    int batchSize,
    Consumer<ImportProgress> onProgress) {
  private static final int USUAL_BATCH = 500;

  /** Refuses empty batches. */
  public ImportOptions {
    if (batchSize < 1) {
      throw new IllegalArgumentException("A batch has at least one item");
    }
    Objects.requireNonNull(onProgress, "onProgress");
  }

  /** Into the default collection, 500 items a frame, told to nobody. */
  public static ImportOptions defaults() {
    return new ImportOptions(Defaults.USER, Defaults.COLLECTION, "", USUAL_BATCH, progress -> {});
  }

  /** The same for another user. */
  public ImportOptions user(String newUser) {
    return new ImportOptions(newUser, collection, documentId, batchSize, onProgress);
  }

  /** The same into another collection. */
  public ImportOptions collection(String newCollection) {
    return new ImportOptions(user, newCollection, documentId, batchSize, onProgress);
  }

  /** The same from a document. */
  public ImportOptions documentId(String newDocument) {
    return new ImportOptions(user, collection, newDocument, batchSize, onProgress);
  }

  /** The same with other batches. */
  public ImportOptions batchSize(int newSize) {
    return new ImportOptions(user, collection, documentId, newSize, onProgress);
  }

  /** The same with somebody who is told how far it is. */
  public ImportOptions onProgress(Consumer<ImportProgress> listener) {
    return new ImportOptions(user, collection, documentId, batchSize, listener);
  }
}
