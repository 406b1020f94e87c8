package org.wenshu.client.ask;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answer to a question. Immutable but for the rows, which belong to the receiver.
 *
 * @param question as the server understood it
 * @param sql the statement that gave the rows
 * @param rows one map for each row, columns in the order of the statement; values are String,
 *     Boolean, Integer, Long, BigInteger, BigDecimal, List, Map or null
 * @param rowCount how many rows there are; more than {@code rows} holds only with servers that send
 *     none
 * @param timestamp the server's local time, as it wrote it; empty when not told
 * @param rewritten whether the first statement failed and was replaced
 * @param originalSql the statement that failed, where one was replaced
 * @param truncated whether rows were left out because there were too many
 * @param generatedText all the model wrote; empty where pieces were not asked for
 * @param members the result message as it came, with what newer servers add
 */
public record Answer(
    String question,
    String sql,
    List<Map<String, Object>> rows,
    int rowCount,
    String timestamp,
    boolean rewritten,
    Optional<String> originalSql,
    boolean truncated,
    String generatedText,
    Map<String, Object> members) {
  /** With what only the one who asked knows. */
  Answer completedWith(String asked, String text) {
    return new Answer(
        question.isEmpty() ? asked : question,
        sql,
        rows,
        rowCount,
        timestamp,
        rewritten,
        originalSql,
        truncated,
        text,
        members);
  }
}
