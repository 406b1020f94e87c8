/** Texts as vectors. */
package org.wenshu.knowledge.embedding;
