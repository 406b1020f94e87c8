/**
 * Reads and judges SQL. A lexer that cuts as MySQL does comes first, a library's parser second, an
 * allow list over the tree third; what may run is the re-rendered tree. Only this package can make
 * a {@link org.wenshu.guard.GuardedSql}.
 */
package org.wenshu.guard;
