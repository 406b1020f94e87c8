package org.wenshu.knowledge;

/** What is told of an entity, in words. */
public record EntityContext(Value entity, String context) {}
