package org.wenshu.protocol.ws.feed;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Where a request may carry a credential (contract, section 2.2). */
final class FeedCredentials {
  private static final String BEARER = "Bearer ";

  private FeedCredentials() {}

  static List<String> of(HttpServletRequest request) {
    String authorization = request.getHeader("Authorization");
    boolean bearer =
        authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
    return Stream.of(
            bearer ? authorization.substring(BEARER.length()).strip() : null,
            request.getHeader("X-API-Key"),
            request.getParameter("api_key"),
            request.getParameter("token"))
        .filter(Objects::nonNull)
        .toList();
  }
}
