package org.wenshu.conversation;

/**
 * How the person at the other end likes answers (contract section 4.4). Clients read them; they
 * change nothing on the server.
 *
 * @param language a BCP 47 tag
 * @param dateFormat a pattern
 * @param timeZone an IANA name
 * @param defaultLimit rows
 */
public record Preferences(
    String language,
    String dateFormat,
    String timeZone,
    int defaultLimit,
    boolean explainQueries,
    boolean optimizeQueries) {
  /** Chinese in Shanghai, 20 rows, unexplained, optimized. */
  public static Preferences defaults() {
    return new Preferences("zh-CN", "yyyy-MM-dd HH:mm:ss", "Asia/Shanghai", 20, false, true);
  }
}
