package org.wenshu.assistant.retrieval;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.wenshu.knowledge.Triple;
import org.wenshu.knowledge.Value;

/** What people call the things in triples: a URI by its last part. */
final class Names {
  static final String LABEL = "http://www.w3.org/2000/01/rdf-schema#label";

  private Names() {}

  static String of(Value value) {
    if (!value.e()) {
      return value.v();
    }
    String text = value.v().replaceAll("[/#:]+$", "");
    int cut =
        Math.max(Math.max(text.lastIndexOf('/'), text.lastIndexOf('#')), text.lastIndexOf(':'));
    String last = text.substring(cut + 1);
    try {
      return URLDecoder.decode(last, StandardCharsets.UTF_8).replaceAll("[-_]+", " ");
    } catch (IllegalArgumentException notEscaped) {
      return last;
    }
  }

  static String told(Triple triple) {
    return of(triple.s()) + " " + of(triple.p()) + " " + of(triple.o());
  }
}
