package org.wenshu.prompt;

/**
 * Counts down the tokens a prompt may still take. Tokens are estimated, because every model counts
 * in its own way: a Han character is one, of other text a token takes three characters. That is
 * more than most models count, so the estimate errs on the short side of the budget.
 */
final class TokenBudget {
  private static final int FIRST_CJK = 0x2E80;
  private static final int CHARACTERS_PER_TOKEN = 3;

  private int left;

  TokenBudget(int tokens) {
    this.left = tokens;
  }

  /** Takes the text off the budget if it fits. */
  boolean take(TableText.Sized text) {
    if (text.tokens() > left) {
      return false;
    }
    left -= text.tokens();
    return true;
  }

  static int tokensOf(String text) {
    int thirds = 0;
    for (int i = 0; i < text.length(); i++) {
      thirds += text.charAt(i) >= FIRST_CJK ? CHARACTERS_PER_TOKEN : 1;
    }
    return (thirds + CHARACTERS_PER_TOKEN - 1) / CHARACTERS_PER_TOKEN;
  }
}
