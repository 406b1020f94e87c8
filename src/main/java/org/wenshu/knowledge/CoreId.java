package org.wenshu.knowledge;

/** Names a knowledge core. */
public record CoreId(String user, String id) {
  /** Checks the lengths. */
  public CoreId {
    if (user.length() > CollectionId.MAX_LENGTH || id.length() > CollectionId.MAX_LENGTH) {
      throw new IllegalArgumentException("User and core have at most 255 characters");
    }
  }
}
