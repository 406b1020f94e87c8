package org.wenshu.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The token of a run on the user's own database, drawn once and kept where only its owner reads.
 */
final class AccessToken {
  private static final int BYTES = 16;

  private AccessToken() {}

  static String loadOrCreate(Path file) throws IOException {
    if (!Files.exists(file)) {
      byte[] bytes = new byte[BYTES];
      new SecureRandom().nextBytes(bytes);
      PrivateFiles.create(file);
      Files.writeString(file, HexFormat.of().formatHex(bytes));
    }
    return Files.readString(file).strip();
  }
}
