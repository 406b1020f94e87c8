/**
 * Wenshu's own generator: writes SQL without a model, from a grammar of questions in Chinese and
 * English. Four rooms: {@code lexicon} (words), {@code intent} (what is asked), {@code plan} (how
 * the schema answers it), {@code sql} (the text).
 */
package org.wenshu.generation.grammar;
