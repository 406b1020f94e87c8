/**
 * The words: what the vocabulary of both languages and the words of a schema mean. Splits a
 * question into tokens and finds tables, columns and stored values named by them.
 */
package org.wenshu.generation.grammar.lexicon;
