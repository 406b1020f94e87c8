/**
 * The tree of a read: only what a SELECT may be made of has a node, so what cannot be said here
 * cannot be run. Nodes are immutable and know their place in the source.
 */
package org.wenshu.sql.tree;
