package org.wenshu.protocol.gateway.rest;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which service a path names.
 *
 * @param flow empty for a global service
 */
record RestPath(Optional<String> flow, String kind) {
  private static final Pattern OF_FLOW = Pattern.compile("/flow/([^/]+)/service/([^/]+)/?");
  private static final Pattern GLOBAL = Pattern.compile("/([^/]+)/?");
  private static final Set<String> GLOBAL_KINDS =
      Set.of("flow", "config", "librarian", "knowledge", "collection-management");

  /** The part of the path behind {@code /api/v1}; empty when nothing is there. */
  static Optional<RestPath> of(String path) {
    Matcher ofFlow = OF_FLOW.matcher(path);
    if (ofFlow.matches()) {
      return Optional.of(new RestPath(Optional.of(ofFlow.group(1)), ofFlow.group(2)));
    }
    Matcher global = GLOBAL.matcher(path);
    return global.matches() && GLOBAL_KINDS.contains(global.group(1))
        ? Optional.of(new RestPath(Optional.empty(), global.group(1)))
        : Optional.empty();
  }
}
