package org.wenshu.protocol.gateway.bulk;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.wenshu.error.WenshuException;

/**
 * One export, on a thread of its own. Closes with 1000 when everything was sent, and only then
 * (contract, section 5.5).
 */
final class Exporting implements Runnable {
  private static final Logger LOG = Logger.getLogger(Exporting.class.getName());
  private static final CloseReason COMPLETE = new CloseReason(CloseCodes.NORMAL_CLOSURE, "");
  private static final CloseReason STOPPING =
      new CloseReason(CloseCodes.SERVICE_RESTART, "The server shuts down");
  private static final CloseReason FAILED =
      new CloseReason(CloseCodes.UNEXPECTED_CONDITION, "Not everything could be sent");

  private final ExportChannel channel;
  private final Consumer<FrameSink> items;
  private final LongConsumer whenOver;
  private volatile boolean stopping;
  private long sent;

  /** Takes what is to be sent. */
  @FunctionalInterface
  interface FrameSink {
    /**
     * Sends a frame; waits for the client.
     *
     * @param items how many are in it
     * @throws UncheckedIOException when the client is gone
     */
    void send(String frame, int items);
  }

  /**
   * An export.
   *
   * @param items hands everything to the sink
   * @param whenOver hears how many items were sent
   */
  Exporting(ExportChannel channel, Consumer<FrameSink> items, LongConsumer whenOver) {
    this.channel = channel;
    this.items = items;
    this.whenOver = whenOver;
  }

  @Override
  public void run() {
    CloseReason reason = FAILED;
    try {
      items.accept(this::send);
      reason = COMPLETE;
    } catch (UncheckedIOException gone) {
      reason = stopping ? STOPPING : FAILED;
      LOG.log(Level.FINE, "The client of an export is gone", gone);
    } catch (WenshuException e) {
      LOG.log(Level.WARNING, "An export cannot be finished", e);
    } finally {
      channel.close(reason);
      whenOver.accept(sent);
    }
  }

  private void send(String frame, int count) {
    try {
      if (stopping) {
        throw new IOException("The server shuts down");
      }
      channel.send(frame);
      sent += count;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends it before its end. */
  void stop() {
    stopping = true;
    channel.wake();
  }

  void clientLeft() {
    channel.gone();
  }
}
