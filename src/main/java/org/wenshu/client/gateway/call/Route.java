package org.wenshu.client.gateway.call;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where a call goes.
 *
 * @param service the kind of service, or the name of a global one
 * @param flow the flow that offers it; absent for a global service
 */
public record Route(String service, Optional<String> flow) {
  /** A service that belongs to no flow. */
  public static Route global(String service) {
    return new Route(service, Optional.empty());
  }

  /** A service of a flow. */
  public static Route of(String flow, String service) {
    return new Route(service, Optional.of(flow));
  }

  /** The path of its resource, below the server's path. */
  public String path() {
    return flow.map(id -> "/api/v1/flow/" + encoded(id) + "/service/" + service)
        .orElse("/api/v1/" + service);
  }

  /** A name as a part of a path. */
  public static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
