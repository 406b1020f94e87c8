/**
 * Questions that go on from earlier ones (contract of the RAG protocol, section 8): which words
 * point back, what they mean, and how an earlier question changes by a few words. Works on the
 * words and intents of the rooms beside it; the statement is planned like that of any other intent.
 */
package org.wenshu.generation.grammar.followup;
