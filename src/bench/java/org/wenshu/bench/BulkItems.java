package org.wenshu.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.wenshu.knowledge.EntityVector;
import org.wenshu.knowledge.Triple;
import org.wenshu.knowledge.Value;
import org.wenshu.knowledge.Vector;

/** What is imported: triples as a glossary has them, and embeddings of 384 floats. */
final class BulkItems {
  private static final int PREDICATES = 12;
  private static final int TRIPLES_OF_SUBJECT = 6;
  private static final int DIMENSION = 384;
  private static final int POOL = 400;

  private final Vector[] vectors = new Vector[POOL];
  private final String[] numbers = new String[POOL];

  BulkItems() {
    Random random = new Random(11);
    for (int i = 0; i < POOL; i++) {
      float[] vector = new float[DIMENSION];
      StringBuilder text = new StringBuilder("[");
      for (int j = 0; j < DIMENSION; j++) {
        vector[j] = (float) (random.nextGaussian() / 20);
        text.append(j == 0 ? "" : ",").append(vector[j]);
      }
      vectors[i] = Vector.of(vector);
      numbers[i] = text.append(']').toString();
    }
  }

  private static String subject(int i) {
    return "http://example.org/term/" + i / TRIPLES_OF_SUBJECT;
  }

  private static String predicate(int i) {
    return "http://example.org/property/" + i % PREDICATES;
  }

  private static String object(int i) {
    return "what is told of it, " + i;
  }

  static List<Triple> triples(int from, int to) {
    List<Triple> triples = new ArrayList<>(to - from);
    for (int i = from; i < to; i++) {
      triples.add(
          new Triple(Value.uri(subject(i)), Value.uri(predicate(i)), Value.literal(object(i))));
    }
    return triples;
  }

  static String tripleFrame(int from, int to, String collection) {
    StringBuilder text = new StringBuilder(120 * (to - from)).append(metadata(collection));
    text.append("\"triples\":[");
    for (int i = from; i < to; i++) {
      text.append(i == from ? "" : ",");
      text.append("{\"s\":{\"v\":\"").append(subject(i)).append("\",\"e\":true},\"p\":{\"v\":\"");
      text.append(predicate(i)).append("\",\"e\":true},\"o\":{\"v\":\"").append(object(i));
      text.append("\",\"e\":false}}");
    }
    return text.append("]}").toString();
  }

  static String flatTriple(int i) {
    return "{\"s\":\""
        + subject(i)
        + "\",\"p\":\""
        + predicate(i)
        + "\",\"o\":\""
        + object(i)
        + "\"}";
  }

  List<EntityVector> embeddings(int from, int to) {
    List<EntityVector> embeddings = new ArrayList<>(to - from);
    for (int i = from; i < to; i++) {
      embeddings.add(
          new EntityVector(Value.uri("http://example.org/term/" + i), vectors[i % POOL]));
    }
    return embeddings;
  }

  String embeddingFrame(int from, int to, String collection) {
    StringBuilder text = new StringBuilder(5_000 * (to - from)).append(metadata(collection));
    text.append("\"entities\":[");
    for (int i = from; i < to; i++) {
      text.append(i == from ? "" : ",");
      text.append("{\"entity\":{\"v\":\"http://example.org/term/").append(i);
      text.append("\",\"e\":true},\"vectors\":[").append(numbers[i % POOL]).append("]}");
    }
    return text.append("]}").toString();
  }

  private static String metadata(String collection) {
    return "{\"metadata\":{\"user\":\"bench\",\"collection\":\"" + collection + "\"},";
  }
}
