/**
 * The path of a question: admit, link schema, assemble prompt, generate, link values, guard,
 * execute, repair once, answer. Reports every step as an {@link org.wenshu.ask.AskEvent}; a dialect
 * is a renderer of these events and holds no logic of its own.
 */
package org.wenshu.ask;
