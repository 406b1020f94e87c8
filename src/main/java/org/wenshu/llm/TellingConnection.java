package org.wenshu.llm;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import org.apache.hc.client5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.util.Timeout;
import org.wenshu.question.BusyThread;

/**
 * A connection to a model that says so before it asks the network for more of a body: what has come
 * until then came together. It logs nothing of what goes over it, where the key is.
 */
final class TellingConnection extends DefaultBHttpClientConnection
    implements ManagedHttpClientConnection {
  private Timeout timeout = Timeout.DISABLED;

  TellingConnection(Http1Config limits) {
    super(limits, null, null, null, null, null, new DefaultHttpResponseParserFactory(limits));
  }

  @Override
  protected InputStream createContentInputStream(
      long length, SessionInputBuffer buffer, InputStream network) {
    return super.createContentInputStream(length, buffer, new Telling(network));
  }

  @Override
  public Socket getSocket() {
    SocketHolder holder = getSocketHolder();
    return holder == null ? null : holder.getSocket();
  }

  @Override
  public void setSocketTimeout(Timeout waited) {
    timeout = waited;
    super.setSocketTimeout(waited);
  }

  @Override
  public void passivate() {
    super.setSocketTimeout(Timeout.DISABLED);
  }

  @Override
  public void activate() {
    super.setSocketTimeout(timeout);
  }

  /** The network, for which the reader has to wait. */
  private static final class Telling extends FilterInputStream {
    Telling(InputStream network) {
      super(network);
    }

    @Override
    public int read() throws IOException {
      BusyThread.waits();
      return super.read();
    }

    @Override
    public int read(byte[] part, int from, int length) throws IOException {
      BusyThread.waits();
      return super.read(part, from, length);
    }
  }
}
