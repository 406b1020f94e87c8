/**
 * Finds the nearest vectors of a collection: by comparing all while they are few, by a graph of
 * neighbours above that. What the index does not have yet is read from the database and compared,
 * so that an answer never waits for an index and never misses what is stored.
 */
package org.wenshu.knowledge.vector;
