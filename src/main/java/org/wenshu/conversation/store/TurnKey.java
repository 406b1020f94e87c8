package org.wenshu.conversation.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;

/** Names a turn: the conversation, and its number there from 1. */
@Embeddable
record TurnKey(@Column(name = "conversation_id") long conversationId, int ordinal)
    implements Serializable {}
