/**
 * Counts and times what happens, and shows it as Prometheus text (contract of the RAG query
 * protocol, section 11). Only this package knows the library that does so.
 */
package org.wenshu.operations.metrics;
