package org.wenshu.knowledge.store;

/**
 * What a shelf's row says.
 *
 * @param id its number, which no other has or will have
 * @param dimension of the vectors asked about; 0 until there are any
 * @param generation grows when vectors are removed
 */
record ShelfRow(int id, int dimension, long generation) {}
