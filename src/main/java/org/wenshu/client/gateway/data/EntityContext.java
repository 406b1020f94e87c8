package org.wenshu.client.gateway.data;

/**
 * What a text says about an entity.
 *
 * @param entity the entity
 * @param context the text
 */
public record EntityContext(Value entity, String context) {
  /** The context of an entity named by its address. */
  public static EntityContext of(String entity, String context) {
    return new EntityContext(Value.uri(entity), context);
  }
}
