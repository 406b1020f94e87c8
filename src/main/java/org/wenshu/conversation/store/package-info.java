/** Keeps conversations in Wenshu's own database. */
package org.wenshu.conversation.store;
