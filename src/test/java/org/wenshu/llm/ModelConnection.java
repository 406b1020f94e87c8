package org.wenshu.llm;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One kept-alive connection to the scripted model. Reads on its own thread while a script answers
 * on another, so that it notices at once when the caller leaves.
 */
final class ModelConnection {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Socket socket;
  private final ScriptedModelServer server;

  ModelConnection(Socket socket, ScriptedModelServer server) {
    this.socket = socket;
    this.server = server;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // a script ends by itself or with the connection
  void serve() {
    ModelCall call = null;
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      while (true) {
        ModelRequest request = read(in);
        ModelCall next = new ModelCall(request, socket);
        call = next;
        server.called(next);
        server.threads().submit(() -> play(next));
      }
    } catch (IOException callerIsGone) {
      if (call != null) {
        call.callerLeft();
      }
    } finally {
      server.closed(socket);
    }
  }

  private void play(ModelCall call) {
    try {
      server.scriptFor(call.request()).play(call);
    } catch (IOException callerIsGone) {
      call.callerLeft();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static ModelRequest read(InputStream in) throws IOException {
    String[] start = line(in).split(" ", -1);
    Map<String, String> headers = new HashMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    JsonNode body = JSON.readTree(body(in, headers));
    return new ModelRequest(start[1], Map.copyOf(headers), body);
  }

  private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
    if (headers.containsKey("content-length")) {
      return in.readNBytes(Integer.parseInt(headers.get("content-length")));
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = chunkSize(in); size > 0; size = chunkSize(in)) {
      body.writeBytes(in.readNBytes(size));
      line(in);
    }
    line(in);
    return body.toByteArray();
  }

  private static int chunkSize(InputStream in) throws IOException {
    return Integer.parseInt(line(in).strip(), 16);
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new EOFException("The caller left");
      }
      line.write(b);
    }
    return line.toString(ISO_8859_1).stripTrailing();
  }
}
