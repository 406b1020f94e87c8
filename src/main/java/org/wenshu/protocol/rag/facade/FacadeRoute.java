package org.wenshu.protocol.rag.facade;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;

/** One path of the facade, and the method of the protocol behind it. Immutable. */
final class FacadeRoute {
  private final List<String> paths;
  private final String verb;
  private final String method;
  private final String failure;
  private final Reading reading;

  private FacadeRoute(
      List<String> paths, String verb, String method, String failure, Reading reading) {
    this.paths = paths;
    this.verb = verb;
    this.method = method;
    this.failure = failure;
    this.reading = reading;
  }

  /** How parameters are found in a request. */
  private interface Reading {
    ObjectNode read(HttpServletRequest request, int maxBytes) throws IOException;
  }

  /** All of them. */
  static List<FacadeRoute> all() {
    return List.of(
        new FacadeRoute(
            List.of("/api/query", "/api/query/"),
            "POST",
            "query.execute",
            "查询失败: ",
            FacadeParams::query),
        new FacadeRoute(
            List.of("/api/explain", "/api/explain/"),
            "POST",
            "query.explain",
            "查询解释失败: ",
            FacadeParams::query),
        new FacadeRoute(
            List.of("/api/schema", "/api/schema/*"),
            "GET",
            "schema.info",
            "获取 Schema 失败: ",
            (request, maxBytes) -> FacadeParams.table(request)),
        new FacadeRoute(
            List.of("/api/suggestions", "/api/suggestions/"),
            "GET",
            "query.suggest",
            "获取建议失败: ",
            (request, maxBytes) -> FacadeParams.partial(request)));
  }

  /** Where it listens, with and without a slash at the end. */
  String[] paths() {
    return paths.toArray(String[]::new);
  }

  /** The one verb it takes. */
  String verb() {
    return verb;
  }

  /** The name of the method behind it. */
  String method() {
    return method;
  }

  /** What clients are used to reading before the server's message. */
  String failure() {
    return failure;
  }

  /**
   * The parameters in a request.
   *
   * @throws FacadeRefusal when there are none that could be used
   */
  ObjectNode read(HttpServletRequest request, int maxBytes) throws IOException {
    return reading.read(request, maxBytes);
  }
}
