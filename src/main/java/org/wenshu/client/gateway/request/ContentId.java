package org.wenshu.client.gateway.request;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** An id made of a content: the same for the same bytes (contract, section 4.16). */
final class ContentId {
  private ContentId() {}

  /** Every second digit of the content's SHA-256, in groups like a UUID. */
  static String of(byte[] content) {
    String hex = HexFormat.of().formatHex(sha256(content));
    StringBuilder id = new StringBuilder();
    for (int i = 0; i < hex.length(); i += 2) {
      int digits = i / 2;
      if (digits == 8 || digits == 12 || digits == 16 || digits == 20) {
        id.append('-');
      }
      id.append(hex.charAt(i));
    }
    return id.toString();
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
