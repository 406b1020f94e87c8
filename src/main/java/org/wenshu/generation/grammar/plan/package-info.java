/**
 * The logical plan: tables and columns settled, join paths found along the keys, and what was asked
 * put together as one {@link org.wenshu.generation.grammar.plan.Select}.
 */
package org.wenshu.generation.grammar.plan;
