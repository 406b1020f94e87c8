package org.wenshu.security.policy;

import org.wenshu.security.Caller;
import org.wenshu.security.Permissions;
import org.wenshu.security.RoleGrants;

/**
 * What holds where no rule says otherwise. Immutable.
 *
 * @param grants what roles permit ({@code wenshu.security.role-grants})
 * @param masking which columns are masked by their names for whoever is no administrator ({@code
 *     wenshu.security.masking}); passwords are masked for everybody unless it is NONE
 */
public record AccessDefaults(RoleGrants grants, Masking masking) {
  /** Every role reads everything that no rule withholds. */
  public static AccessDefaults none() {
    return new AccessDefaults(RoleGrants.reading(), Masking.NONE);
  }

  Permissions permissionsOf(Caller caller) {
    return grants.of(caller);
  }

  Masking maskingFor(Permissions permissions) {
    return masking == Masking.PERSONAL && permissions.isAdmin() ? Masking.PASSWORDS : masking;
  }
}
