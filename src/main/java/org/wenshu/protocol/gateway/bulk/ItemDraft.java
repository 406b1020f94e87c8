package org.wenshu.protocol.gateway.bulk;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.List;

/**
 * An item of which some fields have been read. For one thread.
 *
 * @param <T> the kind of the item
 */
interface ItemDraft<T> {
  /**
   * Takes the value that the parser stands at.
   *
   * @return false when there is no such field, and nothing was read
   * @throws BadItem when it is not what the field holds; it has been read past
   */
  boolean take(String field, JsonParser json) throws IOException, BadItem;

  /** The items that it makes: one, but for entities with several vectors. */
  List<T> items() throws BadItem;
}
