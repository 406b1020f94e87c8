package org.wenshu.protocol.ws;

import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The log lines of one answer (contract of the text2sql stream, section 14), led by the ids of
 * connection and question. Thread-safe.
 */
final class FrameLog {
  private static final Logger LOG = Logger.getLogger(FrameLog.class.getName());
  private static final String CLASS = FrameLog.class.getName();

  private final String ids;
  private final boolean chunks;
  private final int maxChars;

  FrameLog(String ids, WsConfig config) {
    this.ids = ids;
    this.chunks = config.logChunks();
    this.maxChars = config.logMaxChars();
  }

  /** A step of the pipeline, which the contract wants named. */
  void step(String text) {
    log(Level.FINE, text, "");
  }

  /** A text frame that is not one of the following. */
  void status(String text) {
    log(Level.INFO, "WebSocket发送: ", text);
  }

  /** A chunk. */
  void chunk(String chunk) {
    if (chunks) {
      log(Level.FINE, "WebSocket发送流式chunk: ", chunk);
    }
  }

  /** The result. */
  void result(String json) {
    log(Level.INFO, "WebSocket发送: 查询结果JSON - ", json);
  }

  /** The terminator; the remark says what went wrong. */
  void terminator(String remark) {
    log(Level.INFO, "WebSocket发送: FLAG_DONE", remark);
  }

  /** Naming the source here saves the logger from walking the stack for every line. */
  private void log(Level level, String lead, String text) {
    if (LOG.isLoggable(level)) {
      LOG.logp(level, CLASS, "log", ids + lead + shown(text));
    }
  }

  private String shown(String text) {
    String shortened = text.length() > maxChars ? text.substring(0, maxChars) + "..." : text;
    return shortened.replace("\r", "\\r").replace("\n", "\\n");
  }
}
