/**
 * Answers made of several parts: a language model over what is known and over what can be asked.
 * Says what is missing where there is no model, and does without one where that is honest.
 */
package org.wenshu.assistant;
