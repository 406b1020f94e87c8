package org.wenshu.protocol.gateway.bulk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Optional;

/** The server's side of the opening handshake of a WebSocket (RFC 6455, section 4.2). Stateless. */
final class Handshake {
  /** The version there is. */
  static final String VERSION = "13";

  private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

  private Handshake() {}

  /** Whether the request asks for a WebSocket of the version there is. */
  static boolean isSound(HttpServletRequest request) {
    return VERSION.equals(request.getHeader("Sec-WebSocket-Version"))
        && request.getHeader("Sec-WebSocket-Key") != null;
  }

  /** Whether the client offers that sub-protocol. */
  static boolean offers(HttpServletRequest request, String protocol) {
    return Collections.list(request.getHeaders("Sec-WebSocket-Protocol")).stream()
        .flatMap(header -> Arrays.stream(header.split(",", -1)))
        .anyMatch(offered -> offered.strip().equals(protocol));
  }

  /** Answers that the protocol changes. */
  static void accept(
      HttpServletRequest request, HttpServletResponse response, Optional<String> protocol) {
    response.setStatus(HttpServletResponse.SC_SWITCHING_PROTOCOLS);
    response.setHeader("Upgrade", "websocket");
    response.setHeader("Connection", "Upgrade");
    response.setHeader(
        "Sec-WebSocket-Accept", answer(request.getHeader("Sec-WebSocket-Key").strip()));
    protocol.ifPresent(chosen -> response.setHeader("Sec-WebSocket-Protocol", chosen));
  }

  private static String answer(String key) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      byte[] text = (key + GUID).getBytes(StandardCharsets.US_ASCII);
      return Base64.getEncoder().encodeToString(digest.digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-1", e);
    }
  }
}
