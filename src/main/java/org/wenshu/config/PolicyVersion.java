package org.wenshu.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeSet;
import org.wenshu.guard.GuardPolicy;

/** Names a policy by what it says, so that records of equal policies bear the same name. */
final class PolicyVersion {
  private static final int BYTES = 6;

  private PolicyVersion() {}

  static String of(GuardPolicy policy) {
    String text =
        new TreeSet<>(policy.deniedTables())
            + " "
            + new TreeSet<>(policy.deniedColumns())
            + " "
            + policy.limits();
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "configured-" + HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
