package org.wenshu.conversation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.wenshu.security.Caller;

/** What tells owners apart in the store: their names, or a digest of a very long one. */
final class OwnerKeys {
  private static final int MAX_NAME = 255;
  private static final String DIGEST = "sha256:";

  private OwnerKeys() {}

  static String of(Caller caller) {
    return of(caller.name());
  }

  /** A short name that looks like a digest is digested too: nobody can be taken for another. */
  static String of(String name) {
    return name.length() <= MAX_NAME && !name.startsWith(DIGEST) ? name : DIGEST + digest(name);
  }

  private static String digest(String name) {
    try {
      byte[] text = name.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
