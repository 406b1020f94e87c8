package org.wenshu.conversation.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The row that one adds a conversation under the lock of, so that counts hold. */
@Entity
@Table(name = "conversation_gate")
class GateEntity {
  /** The only one. */
  static final int ID = 1;

  // Read only by the statement that locks it.
  @SuppressWarnings("UnusedVariable")
  @Id
  private int id;

  /** For JPA. */
  protected GateEntity() {}
}
