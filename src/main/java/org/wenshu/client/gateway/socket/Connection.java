package org.wenshu.client.gateway.socket;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.wenshu.client.ConnectionException;
import org.wenshu.client.ProtocolException;
import org.wenshu.client.UnreadStreamException;
import org.wenshu.client.gateway.call.Answers;
import org.wenshu.client.gateway.error.GatewayApiException;
import org.wenshu.client.gateway.socket.Exchange.Ending;
import org.wenshu.client.json.Json;
import org.wenshu.client.transport.SocketClosed;
import org.wenshu.client.transport.SocketListener;
import org.wenshu.client.transport.TextSocket;
import org.wenshu.client.transport.Watchdog;
import org.wenshu.client.transport.Watchdogs;

/**
 * One connection and the exchanges on it. Frames go to the exchange of their id; those of exchanges
 * that are over are dropped. A server that breaks the protocol loses the connection, because nobody
 * could tell any more whose the frames are.
 */
final class Connection implements SocketListener {
  private static final Logger LOG = Logger.getLogger(Connection.class.getName());
  private static final int PROTOCOL_ERROR = 1002;

  private final Map<String, Exchange> exchanges = new ConcurrentHashMap<>();
  private final IssuedIds issued;
  private final AtomicBoolean owed = new AtomicBoolean();
  private final Duration patience;
  private final Watchdog heldUp;
  private boolean watching;
  private volatile TextSocket socket;
  private volatile boolean lost;

  /**
   * A connection that is not open yet.
   *
   * @param patience for so long a full exchange may hold up the others
   */
  Connection(IssuedIds issued, Watchdogs watchdogs, Duration patience) {
    this.issued = issued;
    this.patience = patience;
    this.heldUp = watchdogs.watchdog(this::giveUpTheUnread);
  }

  /** Begins to read. */
  Connection start(TextSocket opened) {
    socket = opened;
    opened.request(1);
    return this;
  }

  boolean isOpen() {
    return !lost && socket.isOpen();
  }

  /**
   * Sends a request.
   *
   * @param lastChance whether a connection that turns out to be gone before the request was given
   *     to it ends the exchange
   * @param unsent what to do otherwise
   */
  void send(Exchange exchange, String text, boolean lastChance, Runnable unsent) {
    exchanges.put(exchange.id(), exchange);
    exchange.onTaken(this::readOn);
    Answers.whenDone(exchange.over(), (how, none) -> ended(exchange, how));
    socket
        .send(text)
        .whenComplete(
            (sent, failure) -> {
              if (failure == null) {
                return;
              }
              Throwable why = SendFailures.cause(failure);
              // Who takes it out of the map decides its fate, so that it has only one.
              if (!lastChance
                  && SendFailures.nothingWasSent(why)
                  && exchanges.remove(exchange.id(), exchange)) {
                unsent.run();
              } else {
                exchange.fail(why, Ending.LOST);
              }
            });
    if (lost) {
      exchange.fail(new ConnectionException("The connection was lost", null), Ending.LOST);
    }
    readOn();
  }

  private void ended(Exchange exchange, Ending how) {
    boolean known = exchanges.remove(exchange.id(), exchange);
    if (known && how == Ending.ABANDONED && isOpen()) {
      // A server that knows no cancelling passes over it or complains; neither does harm.
      socket.send(Json.object().put("id", exchange.id()).put("cancel", true).toString());
    }
    readOn();
  }

  @Override
  public void onText(TextSocket from, String text) {
    try {
      route(Frame.parse(text));
    } catch (ProtocolException e) {
      broken(e);
      return;
    }
    owed.set(true);
    readOn();
  }

  private void route(Frame frame) {
    String id = frame.id();
    Exchange exchange = exchanges.get(id);
    if (exchange != null) {
      exchange.accept(frame);
    } else if (id.isEmpty()) {
      nobodys(frame);
    } else if (!issued.contains(id)) {
      throw new ProtocolException("A frame has an id that was never sent", null);
    }
  }

  /** Some servers leave out the id when they refuse a request; then it may still be clear whose. */
  private void nobodys(Frame frame) {
    Optional<GatewayApiException> error = frame.error();
    if (error.isEmpty()) {
      throw new ProtocolException("A frame has no id", null);
    }
    List<Exchange> all = new ArrayList<>(exchanges.values());
    if (all.size() == 1) {
      all.get(0).fail(error.get(), Ending.ANSWERED);
    } else {
      LOG.log(Level.WARNING, "The gateway reports an error without saying of what", error.get());
    }
  }

  private void broken(ProtocolException why) {
    lost = true;
    failAll(why);
    socket.close(PROTOCOL_ERROR, "");
  }

  /** Asks for a frame, once for each that came, when no exchange is full. */
  private void readOn() {
    if (!watchFull() && owed.compareAndSet(true, false)) {
      socket.request(1);
    }
  }

  /** Whether there is a full one. It may take its time as long as nobody waits for it. */
  private synchronized boolean watchFull() {
    boolean full = exchanges.values().stream().anyMatch(Exchange::isFull);
    boolean harmful = full && exchanges.size() > 1;
    if (harmful && !watching) {
      heldUp.watch(patience);
    } else if (!harmful) {
      heldUp.pause();
    }
    watching = harmful;
    return full;
  }

  private void giveUpTheUnread() {
    synchronized (this) {
      watching = false;
    }
    for (Exchange exchange : exchanges.values()) {
      if (exchange.isFull()) {
        exchange.fail(new UnreadStreamException(patience), Ending.ABANDONED);
      }
    }
    readOn();
  }

  @Override
  public void onClosed(TextSocket closed, SocketClosed end) {
    lost = true;
    failAll(end.asException());
    heldUp.stop();
  }

  /** Ends it in good order; what is under way fails with this. */
  void close(RuntimeException why) {
    lost = true;
    failAll(why);
    socket.close();
  }

  private void failAll(RuntimeException why) {
    new ArrayList<>(exchanges.values()).forEach(exchange -> exchange.fail(why, Ending.LOST));
  }
}
