package org.wenshu.protocol.gateway.bulk;

import java.util.Optional;
import java.util.function.Function;
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
  /** Reads the parameters, each null when it is missing. */
  static BulkAddress of(Function<String, String> parameters) {
    Function<String, Optional<String>> named =
        name ->
            Optional.ofNullable(parameters.apply(name))
                .filter(v -> !v.isEmpty() && v.length() <= CollectionId.MAX_LENGTH);
    return new BulkAddress(
        named.apply("user"), named.apply("collection"), named.apply("schema"), named.apply("form"));
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
