package org.wenshu.conversation;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** Draws ids that nobody guesses. Thread-safe. */
final class ConversationIds {
  private static final int BYTES = 24;
  private static final Pattern POSSIBLE = Pattern.compile("[A-Za-z0-9_-]{32}");

  private final SecureRandom random = new SecureRandom();

  /** 192 random bits in 32 characters that need no escape in a URL. */
  String next() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Whether a text could be one of them; others need not be looked for. */
  static boolean isPossible(String text) {
    return POSSIBLE.matcher(text).matches();
  }
}
