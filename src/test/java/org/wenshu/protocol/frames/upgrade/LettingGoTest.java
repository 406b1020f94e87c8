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
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LettingGoTest {
  private static final String SERVICE = "META-INF/services/org.example.Service";

  private final InMemoryConnection connection = new InMemoryConnection();
  private final LettingGo lettingGo = new LettingGo();

  @Test
  void passesOnWhatArrives() throws IOException {
    RecordingHandler handler = new RecordingHandler();
    lettingGo.drive(handler);
    lettingGo.init(connection);

    connection.listener.onDataAvailable();
    connection.listener.onError(new IOException("broken"));
    connection.listener.onAllDataRead();
    lettingGo.destroy();

    assertThat(handler.heard).containsExactly("data 7", "error broken", "end", "destroyed");
  }

  @Test
  void keepsNothingOfAConnectionThatIsOver() throws Exception {
    WeakReference<RecordingHandler> handler = open();
    connection.listener.onDataAvailable();
    lettingGo.destroy();

    for (int i = 0; i < 50 && handler.get() != null; i++) {
      System.gc();
      Thread.sleep(20);
    }

    assertThat(handler.get()).isNull();
    connection.listener.onDataAvailable();
    connection.listener.onAllDataRead();
  }

  private WeakReference<RecordingHandler> open() {
    RecordingHandler handler = new RecordingHandler();
    lettingGo.drive(handler);
    lettingGo.init(connection);
    return new WeakReference<>(handler);
  }

  @Test
  void looksForServicesOnceWhileReading() throws IOException {
    CountingLoader application = new CountingLoader();
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(application);
    try {
      lettingGo.drive(new RecordingHandler());
      lettingGo.init(connection);
      connection.listener.onDataAvailable();
      connection.listener.onDataAvailable();
      assertThat(thread.getContextClassLoader()).isSameAs(application);
    } finally {
      thread.setContextClassLoader(before);
    }
    assertThat(application.lookups).containsExactly(SERVICE);
  }

  private static final class RecordingHandler implements HttpUpgradeHandler, ReadListener {
    private final List<String> heard = new ArrayList<>();
    private ServletInputStream input;

    @Override
    public void init(WebConnection opened) {
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
      heard.add("data " + input.read());
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
    private ReadListener listener;

    @Override
    public ServletInputStream getInputStream() {
      return this;
    }

    @Override
    public ServletOutputStream getOutputStream() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}

    @Override
    public boolean isFinished() {
      return false;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener heard) {
      listener = heard;
    }

    @Override
    public int read() {
      return 7;
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
