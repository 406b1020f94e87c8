package org.wenshu.knowledge;

/** An embedding of an entity, which may have several. */
public record EntityVector(Value entity, Vector vector) {}
