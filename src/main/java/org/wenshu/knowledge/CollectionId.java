package org.wenshu.knowledge;

/**
 * Names a collection: the key by which all knowledge is kept apart.
 *
 * @param user whose it is
 * @param name its id among those of the user
 */
public record CollectionId(String user, String name) {
  /** Whose knowledge it is when nobody is named. */
  public static final String DEFAULT_USER = "trustgraph";

  /** Where it is kept when nothing is named. */
  public static final String DEFAULT_NAME = "default";

  /** Longer names cannot be stored. */
  public static final int MAX_LENGTH = 255;

  /** Checks the lengths. */
  public CollectionId {
    if (user.length() > MAX_LENGTH || name.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("User and collection have at most 255 characters");
    }
  }

  /** The collection with the defaults of the contract for what is missing or empty. */
  public static CollectionId of(String user, String name) {
    return new CollectionId(
        user == null || user.isEmpty() ? DEFAULT_USER : user,
        name == null || name.isEmpty() ? DEFAULT_NAME : name);
  }
}
