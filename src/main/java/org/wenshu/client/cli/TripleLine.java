package org.wenshu.client.cli;

import com.fasterxml.jackson.databind.JsonNode;
import org.wenshu.client.ProtocolException;
import org.wenshu.client.gateway.call.GatewayJson;
import org.wenshu.client.gateway.call.Graph;
import org.wenshu.client.gateway.data.Triple;

/**
 * A triple as a line of a file: JSON ({@code {"s": …, "p": …, "o": …}}), N-Triples, or three texts
 * between tabs. Language tags and datatypes of N-Triples are left out: the store has none.
 */
final class TripleLine {
  private TripleLine() {}

  /** Whether there is nothing to read in a line. */
  static boolean isBlank(String line) {
    return line.isBlank() || line.startsWith("#");
  }

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException if it is no triple
   */
  static Triple read(String line) {
    String text = line.strip();
    if (text.startsWith("{")) {
      return json(text);
    }
    if (text.startsWith("<") || text.startsWith("_:")) {
      return new NTriple(text).read();
    }
    String[] parts = text.split("\t", -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException("three texts between tabs are expected");
    }
    return Triple.of(parts[0], parts[1], parts[2]);
  }

  private static Triple json(String text) {
    try {
      JsonNode json = GatewayJson.parse(text, "the line");
      return Graph.triple(json);
    } catch (ProtocolException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** A triple as JSON. */
  static String json(Triple triple) {
    return Graph.write(triple).toString();
  }

  /** A triple as a line of N-Triples. */
  static String ntriple(Triple triple) {
    return NTriple.write(triple.s())
        + " "
        + NTriple.write(triple.p())
        + " "
        + NTriple.write(triple.o())
        + " .";
  }
}
