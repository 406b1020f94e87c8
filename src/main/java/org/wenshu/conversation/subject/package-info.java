/** Tells what the rows of an answer were, from the statement that gave them. */
package org.wenshu.conversation.subject;
