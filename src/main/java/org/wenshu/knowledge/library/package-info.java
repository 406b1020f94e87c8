/**
 * The library: documents that clients keep here, and their way into collections (contract of the
 * gateway, sections 1.6 and 4.16).
 */
package org.wenshu.knowledge.library;
