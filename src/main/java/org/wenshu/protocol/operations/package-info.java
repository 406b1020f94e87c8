/**
 * The paths of operators: health and metrics (contract of the RAG query protocol, section 11). The
 * servlets are declared by annotation, because Payara maps paths of the same names in the root
 * context after those, and leaves alone what is taken.
 */
package org.wenshu.protocol.operations;
