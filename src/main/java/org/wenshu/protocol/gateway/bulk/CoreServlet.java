package org.wenshu.protocol.gateway.bulk;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.msgpack.core.MessageFormatException;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessagePacker;
import org.msgpack.core.MessageTypeException;
import org.msgpack.core.MessageUnpacker;
import org.wenshu.error.WenshuException;
import org.wenshu.knowledge.CoreId;
import org.wenshu.knowledge.CorePart;
import org.wenshu.knowledge.KnowledgeCores;

/**
 * Takes and gives knowledge cores as MessagePack (contract, section 5.9). Each message is stored as
 * it is read; one that cannot be stored ends the import with an error, and what was stored before
 * stays.
 */
@WebServlet(urlPatterns = {CoreServlet.IMPORT, CoreServlet.EXPORT})
public class CoreServlet extends HttpServlet {
  static final String IMPORT = "/api/v1/import-core";
  static final String EXPORT = "/api/v1/export-core";

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = Logger.getLogger(CoreServlet.class.getName());

  @Inject private transient KnowledgeCores cores;

  /** For the container, which injects the rest. */
  public CoreServlet() {}

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<CoreId> core = core(request, response, IMPORT, "GET");
    if (core.isEmpty()) {
      return;
    }
    try (MessageUnpacker messages = MessagePack.newDefaultUnpacker(request.getInputStream())) {
      while (messages.hasNext()) {
        Optional<CorePart> part = CoreReader.read(messages);
        part.ifPresent(some -> cores.put(core.get(), some));
      }
      response.setStatus(HttpServletResponse.SC_OK);
    } catch (BadItem | MessageFormatException | MessageTypeException e) {
      refuse(response, HttpServletResponse.SC_INTERNAL_SERVER_ERROR, e.getMessage());
    } catch (WenshuException e) {
      LOG.log(Level.WARNING, "A knowledge core cannot be imported", e);
      refuse(response, HttpServletResponse.SC_INTERNAL_SERVER_ERROR, e.wording().english());
    }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<CoreId> core = core(request, response, EXPORT, "POST");
    if (core.isEmpty()) {
      return;
    }
    response.setStatus(HttpServletResponse.SC_OK);
    response.setContentType("application/octet-stream");
    MessagePacker messages = MessagePack.newDefaultPacker(response.getOutputStream());
    CoreWriter writer = new CoreWriter(messages, core.get());
    cores.each(core.get(), part -> write(writer, part));
    messages.flush();
  }

  private static void write(CoreWriter writer, CorePart part) {
    try {
      writer.write(part);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<CoreId> core(
      HttpServletRequest request, HttpServletResponse response, String path, String other)
      throws IOException {
    if (!request.getServletPath().equals(path)) {
      response.setHeader("Allow", other);
      refuse(response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, "Use " + other);
      return Optional.empty();
    }
    String id = request.getParameter("id");
    String user = request.getParameter("user");
    if (id == null || id.isEmpty() || user == null || user.isEmpty()) {
      refuse(response, HttpServletResponse.SC_BAD_REQUEST, "id and user are needed");
      return Optional.empty();
    }
    try {
      return Optional.of(new CoreId(user, id));
    } catch (IllegalArgumentException e) {
      refuse(response, HttpServletResponse.SC_BAD_REQUEST, e.getMessage());
      return Optional.empty();
    }
  }

  private static void refuse(HttpServletResponse response, int status, String message)
      throws IOException {
    response.setStatus(status);
    response.setContentType("application/json;charset=UTF-8");
    String error =
        BulkJson.MAPPER
            .createObjectNode()
            .set(
                "error",
                BulkJson.MAPPER
                    .createObjectNode()
                    .put("type", "knowledge-error")
                    .put("message", message))
            .toString();
    response.getWriter().write(error);
  }
}
