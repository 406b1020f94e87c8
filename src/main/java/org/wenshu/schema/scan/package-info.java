/**
 * Reads the catalogue of the database being asked through {@code INFORMATION_SCHEMA}, set by set:
 * the number of statements does not grow with the number of tables, except for the sampling of
 * values, which is batched and has a time budget.
 */
package org.wenshu.schema.scan;
