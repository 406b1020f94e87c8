package org.wenshu.knowledge.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.wenshu.knowledge.Value;

/**
 * Tells items by what they say. Remembers some of the last values, because subjects and predicates
 * come again and again. For one thread.
 */
final class Hashes {
  private static final int REMEMBERED = 1 << 10;
  private static final byte URI = 'u';
  private static final byte LITERAL = 'l';

  private final MessageDigest digest;
  private final Value[] values = new Value[REMEMBERED];
  private final long[] hashes = new long[REMEMBERED];

  Hashes() {
    try {
      digest = MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has MD5", e);
    }
  }

  /** The first 64 bits of the value's digest. */
  long of(Value value) {
    int slot = (value.hashCode() * 0x9E3779B9) >>> 22;
    if (value.equals(values[slot])) {
      return hashes[slot];
    }
    long hash = compute(value);
    values[slot] = value;
    hashes[slot] = hash;
    return hash;
  }

  private long compute(Value value) {
    digest.update(value.e() ? URI : LITERAL);
    return first64(digest.digest(value.v().getBytes(StandardCharsets.UTF_8)));
  }

  /** The first 64 bits of the text's digest. */
  long of(String text) {
    return first64(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static long first64(byte[] bytes) {
    long hash = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      hash = hash << 8 | (bytes[i] & 0xff);
    }
    return hash;
  }

  /** The digest of a value and the bytes of a vector. */
  byte[] of(Value value, byte[] vector) {
    part(value.e() ? "u" : "l");
    part(value.v());
    return digest.digest(vector);
  }

  /** The digest of texts and the bytes of a vector. */
  byte[] of(byte[] vector, String... texts) {
    for (String text : texts) {
      part(text);
    }
    return digest.digest(vector);
  }

  /** The digest of texts. */
  byte[] all(String... texts) {
    for (String text : texts) {
      part(text);
    }
    return digest.digest();
  }

  /** With its length before it, so that no two lists of texts are the same bytes. */
  private void part(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int shift = 24; shift >= 0; shift -= 8) {
      digest.update((byte) (bytes.length >> shift));
    }
    digest.update(bytes);
  }
}
