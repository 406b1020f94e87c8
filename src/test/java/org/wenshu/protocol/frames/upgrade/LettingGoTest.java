package org.wenshu.protocol.frames.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpUpgradeHandler;
import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class LettingGoTest {
  private static final String SERVICE = "META-INF/services/org.example.Service";

  private final InMemoryConnection connection = new InMemoryConnection();
  private final LettingGo lettingGo = new LettingGo(new Lingering(System::nanoTime));

  @Test
  void passesOnWhatArrives() throws IOException {
    RecordingHandler handler = open();

    connection.arrive((byte) 7);
    connection.listener.onError(new IOException("broken"));
    connection.listener.onAllDataRead();
    lettingGo.destroy();

    assertThat(handler.heard).containsExactly("data 7", "error broken", "end", "destroyed");
  }

  @Test
  void keepsNothingOfAConnectionThatIsOver() throws Exception {
    WeakReference<RecordingHandler> handler = openAndForget();
    connection.listener.onDataAvailable();
    lettingGo.destroy();

    awaitForgotten(handler);
    connection.listener.onDataAvailable();
    connection.listener.onAllDataRead();
  }

  private RecordingHandler open() {
    return open(new RecordingHandler());
  }

  private RecordingHandler open(RecordingHandler handler) {
    lettingGo.drive(handler);
    lettingGo.init(connection);
    return handler;
  }

  /** In a method of its own, whose frame is the only one that knows the handler. */
  private WeakReference<RecordingHandler> openAndForget() {
    return new WeakReference<>(open());
  }

  private static void awaitForgotten(WeakReference<RecordingHandler> handler)
      throws InterruptedException {
    for (int i = 0; i < 50 && handler.get() != null; i++) {
      System.gc();
      Thread.sleep(20);
    }
    assertThat(handler.get()).isNull();
  }

  @Test
  void looksForServicesOnceWhileReading() throws IOException {
    CountingLoader application = new CountingLoader();
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(application);
    try {
      open();
      connection.listener.onDataAvailable();
      connection.listener.onDataAvailable();
      assertThat(thread.getContextClassLoader()).isSameAs(application);
    } finally {
      thread.setContextClassLoader(before);
    }
    assertThat(application.lookups).containsExactly(SERVICE);
  }

  @Test
  void keepsAConnectionUntilTheClientHasParted() throws Exception {
    RecordingHandler handler = open();

    handler.opened.close();
    connection.arrive(ClientFrames.frame(0x8a, 8));
    handler.opened.close();
    assertThat(connection.closed).isZero();
    connection.arrive(ClientFrames.frame(0x88, 2));

    assertThat(connection.closed).isEqualTo(1);
    assertThat(handler.heard).isEmpty();
  }

  @Test
  void throwsAwayWhatAReaderLeavesThatCloses() throws Exception {
    RecordingHandler handler = new RecordingHandler();
    handler.closing = true;
    open(handler);

    connection.arrive(new byte[9_000]);
    assertThat(connection.arrived).isEmpty();
    assertThat(connection.closed).isZero();
    connection.arrive(ClientFrames.frame(0x88, 2));

    assertThat(connection.closed).isEqualTo(1);
    assertThat(handler.heard).containsExactly("data 0");
  }

  @Test
  void keepsNothingOfAReaderThatHasClosed() throws Exception {
    WeakReference<RecordingHandler> handler = openAndForget();
    handler.get().opened.close();

    awaitForgotten(handler);
    assertThat(connection.closed).isZero();
  }

  @Test
  void keepsAConnectionUntilTheClientHasLeft() throws Exception {
    RecordingHandler handler = open();

    handler.opened.close();
    connection.listener.onAllDataRead();

    assertThat(connection.closed).isEqualTo(1);
    assertThat(handler.heard).isEmpty();
  }

  @Test
  void keepsNoConnectionWhoseClientHasParted() throws Exception {
    RecordingHandler handler = open();

    connection.arrive(ClientFrames.frame(0x88, 0));
    handler.opened.close();

    assertThat(connection.closed).isEqualTo(1);
  }

  @Test
  void keepsNoConnectionThatTheContainerIsDoneWith() throws Exception {
    RecordingHandler handler = open();

    handler.opened.close();
    lettingGo.destroy();

    assertThat(connection.closed).isEqualTo(1);
  }

  private static final class RecordingHandler implements HttpUpgradeHandler, ReadListener {
    private final List<String> heard = new ArrayList<>();
    private WebConnection opened;
    private ServletInputStream input;
    private boolean closing;

    @Override
    public void init(WebConnection connection) {
      opened = connection;
      try {
        input = opened.getInputStream();
        input.setReadListener(this);
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void onDataAvailable() throws IOException {
      ClassLoader loader = Thread.currentThread().getContextClassLoader();
      assertThat(loader.getResources(SERVICE).hasMoreElements()).isFalse();
      while (input.isReady()) {
        heard.add("data " + input.read());
        if (closing) {
          close();
        }
      }
    }

    private void close() throws IOException {
      try {
        opened.close();
      } catch (Exception e) {
        throw new IOException(e);
      }
    }

    @Override
    public void onAllDataRead() {
      heard.add("end");
    }

    @Override
    public void onError(Throwable error) {
      heard.add("error " + error.getMessage());
    }

    @Override
    public void destroy() {
      heard.add("destroyed");
    }
  }

  /** A container's connection that stays with what reads it, as a container may. */
  @SuppressWarnings("try") // closing may throw anything, says the specification
  private static final class InMemoryConnection extends ServletInputStream
      implements WebConnection {
    private final Queue<Byte> arrived = new ArrayDeque<>();
    private ReadListener listener;
    private int closed;

    private void arrive(byte... bytes) throws IOException {
      for (byte next : bytes) {
        arrived.add(next);
      }
      listener.onDataAvailable();
    }

    @Override
    public ServletInputStream getInputStream() {
      return this;
    }

    @Override
    public ServletOutputStream getOutputStream() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
      closed++;
    }

    @Override
    public boolean isFinished() {
      return false;
    }

    @Override
    public boolean isReady() {
      return !arrived.isEmpty();
    }

    @Override
    public void setReadListener(ReadListener heard) {
      listener = heard;
    }

    @Override
    public int read() {
      return arrived.remove() & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
      bytes[from] = arrived.remove();
      return 1;
    }
  }

  private static final class CountingLoader extends ClassLoader {
    private final List<String> lookups = new ArrayList<>();

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
      lookups.add(name);
      return super.getResources(name);
    }
  }
}
