package org.wenshu.protocol.gateway.bulk;

import jakarta.websocket.Session;
import java.util.List;
import java.util.Optional;
import org.wenshu.knowledge.CollectionId;
import org.wenshu.knowledge.Scope;

/**
 * What the search part of a bulk socket's address says (contract, section 5.1). Names that cannot
 * be stored are left out.
 */
record BulkAddress(
    Optional<String> user,
    Optional<String> collection,
    Optional<String> schema,
    Optional<String> form) {
  static BulkAddress of(Session session) {
    return new BulkAddress(
        parameter(session, "user"),
        parameter(session, "collection"),
        parameter(session, "schema"),
        parameter(session, "form"));
  }

  private static Optional<String> parameter(Session session, String name) {
    return session.getRequestParameterMap().getOrDefault(name, List.of()).stream()
        .filter(value -> !value.isEmpty() && value.length() <= CollectionId.MAX_LENGTH)
        .findFirst();
  }

  /** Where frames go that do not say it. */
  BulkTarget target() {
    return new BulkTarget(user.orElse(""), collection.orElse(""), schema);
  }

  /** What is exported. */
  Scope scope() {
    return new Scope(user, collection);
  }
}
