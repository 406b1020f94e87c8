/**
 * Business terms and what they mean, read from the triples of a collection, so that a question can
 * be asked in the words of those who ask.
 */
package org.wenshu.knowledge.glossary;
