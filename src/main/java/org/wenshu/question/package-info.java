/**
 * What every step of a question shares: the question itself, its language, its deadline, its
 * cancellation and the thread at work on it. Imports nothing of Wenshu, so that no step has to
 * import another for them.
 */
package org.wenshu.question;
