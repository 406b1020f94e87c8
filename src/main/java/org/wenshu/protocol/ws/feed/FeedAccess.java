package org.wenshu.protocol.ws.feed;

import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.wenshu.security.Caller;
import org.wenshu.security.Permissions;

/**
 * Who may read the feed, write to it and look after it (contract, section 2.4). Where nobody has to
 * say who they are, everybody may do everything. Thread-safe.
 */
public final class FeedAccess {
  private final boolean open;
  private final Function<Caller, Permissions> permissions;

  /** Access by these permissions, unless it is open to all. */
  public FeedAccess(boolean open, Function<Caller, Permissions> permissions) {
    this.open = open;
    this.permissions = permissions;
  }

  /** Whether nobody has to say who they are. */
  boolean isOpen() {
    return open;
  }

  /** Whether somebody may read: a caller whose permissions are listed needs it listed. */
  public boolean mayRead(Caller caller) {
    return open || caller.permissions().isEmpty() || holds(caller, "read:market_data");
  }

  /** Whether somebody may bring ticks. */
  public boolean mayWrite(Caller caller) {
    return open || holds(caller, "write:market_data");
  }

  /** Whether somebody may see and end connections of others. */
  public boolean isAdmin(Caller caller) {
    return open || holds(caller, "admin:system");
  }

  private boolean holds(Caller caller, String permission) {
    Set<String> listed =
        caller.permissions().stream()
            .map(text -> text.strip().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    String area = permission.substring(0, permission.indexOf(':'));
    return listed.contains(permission)
        || listed.contains(area + ":*")
        || permissions.apply(caller).isAdmin();
  }
}
