package org.wenshu.client.cli;

import org.wenshu.client.gateway.data.Literal;
import org.wenshu.client.gateway.data.Triple;
import org.wenshu.client.gateway.data.Uri;
import org.wenshu.client.gateway.data.Value;

/** Reads a line of N-Triples. For one thread. */
final class NTriple {
  private static final String ESCAPED = "tbnrf\"'\\";
  private static final String MEANT = "\t\b\n\r\f\"'\\";

  private final String text;
  private int at;

  NTriple(String text) {
    this.text = text;
  }

  Triple read() {
    Value s = value();
    Value p = value();
    Value o = value();
    space();
    if (at >= text.length() || text.charAt(at) != '.') {
      throw new IllegalArgumentException("the dot at the end is missing");
    }
    return new Triple(s, p, o);
  }

  private void space() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private Value value() {
    space();
    char first = at < text.length() ? text.charAt(at) : '.';
    return switch (first) {
      case '<' -> new Uri(until('>'));
      case '"' -> literal();
      case '_' -> blank();
      default -> throw new IllegalArgumentException("a value is missing");
    };
  }

  private Value blank() {
    int begin = at;
    while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return new Uri(text.substring(begin, at));
  }

  private Value literal() {
    String value = until('"');
    if (at < text.length() && text.charAt(at) == '@') {
      blank();
    } else if (text.startsWith("^^<", at)) {
      at += 2;
      until('>');
    }
    return new Literal(value);
  }

  /** What stands between the character here and the next of that kind, escapes resolved. */
  private String until(char end) {
    StringBuilder value = new StringBuilder();
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == end) {
        at++;
        return value.toString();
      }
      if (c == '\\') {
        escape(value);
      } else {
        value.append(c);
      }
    }
    throw new IllegalArgumentException("a value does not end");
  }

  private void escape(StringBuilder value) {
    at++;
    char kind = at < text.length() ? text.charAt(at) : ' ';
    int digits = kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
    if (digits > 0 && at + digits < text.length()) {
      value.appendCodePoint(Integer.parseInt(text, at + 1, at + 1 + digits, 16));
      at += digits;
      return;
    }
    int known = ESCAPED.indexOf(kind);
    if (known < 0) {
      throw new IllegalArgumentException("an escape is not known");
    }
    value.append(MEANT.charAt(known));
  }

  static String write(Value value) {
    if (value.isUri()) {
      return value.text().startsWith("_:") ? value.text() : "<" + escaped(value.text(), '>') + ">";
    }
    return '"' + escaped(value.text(), '"') + '"';
  }

  private static String escaped(String text, char end) {
    StringBuilder escaped = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int known = c == '\'' ? -1 : MEANT.indexOf(c);
      if (end == '>' && (c <= ' ' || c == '>' || c == '"' || c == '<')) {
        escaped.append(String.format("\\u%04X", (int) c));
      } else if (known >= 0) {
        escaped.append('\\').append(ESCAPED.charAt(known));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
