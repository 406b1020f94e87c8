package org.wenshu.protocol.gateway.bulk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/** Counts what became of the items of one import, and keeps the first errors. Thread-safe. */
final class ImportTally {
  private static final int MAX_ERRORS = 100;

  private final Map<Long, String> errors = new TreeMap<>();
  private long received;
  private long stored;
  private long failed;

  /** Counts an item as received, and returns its number, counted from 0. */
  synchronized long receive() {
    return received++;
  }

  synchronized void store(int items) {
    stored += items;
  }

  synchronized void fail(long number, String reason) {
    failed++;
    if (errors.size() < MAX_ERRORS) {
      errors.put(number, reason);
    }
  }

  synchronized long received() {
    return received;
  }

  synchronized long stored() {
    return stored;
  }

  synchronized long failed() {
    return failed;
  }

  /** How many have been stored or have failed. */
  synchronized long settled() {
    return stored + failed;
  }

  /** The frame that tells how far the import is. */
  synchronized String progress() {
    return counts("progress").toString();
  }

  /** The frame that tells what became of it. */
  synchronized String result() {
    ObjectNode result = counts("result");
    ArrayNode list = result.putArray("errors");
    errors.forEach(
        (number, reason) -> list.addObject().put("index", number).put("message", reason));
    return result.put("truncated", failed > errors.size()).toString();
  }

  private ObjectNode counts(String type) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("type", type)
        .put("received", received)
        .put("stored", stored)
        .put("failed", failed);
  }
}
