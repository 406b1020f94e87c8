package org.wenshu.llm;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/** Keeps what is logged, at any level. Thread-safe. */
final class LoggedLines extends Handler {
  private final SimpleFormatter formatter = new SimpleFormatter();
  private final List<String> lines = new CopyOnWriteArrayList<>();

  LoggedLines() {
    setLevel(Level.ALL);
  }

  List<String> lines() {
    return lines;
  }

  @Override
  public void publish(LogRecord logged) {
    lines.add(formatter.formatMessage(logged));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
