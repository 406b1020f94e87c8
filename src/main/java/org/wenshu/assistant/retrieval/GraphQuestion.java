package org.wenshu.assistant.retrieval;

import org.wenshu.knowledge.CollectionId;

/**
 * A question about the triples of a collection.
 *
 * @param entities how many to begin at
 * @param triplesEach how many triples of one entity
 * @param triples how many triples in all
 * @param hops how far from the first entities
 */
public record GraphQuestion(
    String text, CollectionId collection, int entities, int triplesEach, int triples, int hops) {}
