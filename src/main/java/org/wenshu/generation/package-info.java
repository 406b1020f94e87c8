/**
 * Has SQL written for a question: by a language model ({@code model}) or by Wenshu's own grammar
 * ({@code grammar}). What comes out is text that nobody has judged yet.
 */
package org.wenshu.generation;
