package org.wenshu.launcher;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/**
 * A line of the server's log, {@code yyyy-MM-dd HH:mm:ss,SSS - logger - LEVEL - text} (contract of
 * the text2sql stream, section 14.2). A question leaves a dozen lines, so the second is written out
 * once only. Thread-safe. Runs in the server's own process and needs nothing but the JDK.
 */
public final class LogLine extends Formatter {
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

  private long lastSecond = Long.MIN_VALUE;
  private String lastText = "";

  /** Made by the logging of the JDK, by its name. */
  public LogLine() {}

  @Override
  public String format(LogRecord logged) {
    Instant instant = logged.getInstant();
    int millis = instant.getNano() / 1_000_000;
    StringBuilder line =
        new StringBuilder(160).append(second(instant.getEpochSecond())).append(',');
    line.append((char) ('0' + millis / 100)).append((char) ('0' + millis / 10 % 10));
    line.append((char) ('0' + millis % 10)).append(" - ").append(logged.getLoggerName());
    line.append(" - ").append(logged.getLevel().getName()).append(" - ");
    line.append(formatMessage(logged)).append('\n');
    if (logged.getThrown() != null) {
      line.append(trace(logged.getThrown()));
    }
    return line.toString();
  }

  private synchronized String second(long epochSecond) {
    if (lastSecond != epochSecond) {
      lastText = SECOND.format(Instant.ofEpochSecond(epochSecond));
      lastSecond = epochSecond;
    }
    return lastText;
  }

  private static String trace(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
