/**
 * The values every step of a question shares: the question itself, its language, its deadline and
 * its cancellation. Imports nothing of Wenshu, so that no step has to import another for them.
 */
package org.wenshu.question;
