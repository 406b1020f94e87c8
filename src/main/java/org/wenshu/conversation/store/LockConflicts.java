package org.wenshu.conversation.store;

import java.util.Set;

/** Tells transactions that the database ended for the sake of another from those that failed. */
final class LockConflicts {
  /** By name: which of them arrives depends on the layers between. */
  private static final Set<String> NAMES =
      Set.of(
          "jakarta.persistence.PessimisticLockException",
          "jakarta.persistence.LockTimeoutException",
          "org.hibernate.PessimisticLockException",
          "org.hibernate.exception.LockAcquisitionException",
          "org.hibernate.exception.LockTimeoutException");

  private LockConflicts() {}

  static boolean caused(Throwable failure) {
    Throwable cause = failure;
    while (cause != null) {
      if (NAMES.contains(cause.getClass().getName())) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }
}
