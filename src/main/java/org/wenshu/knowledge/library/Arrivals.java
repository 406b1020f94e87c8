package org.wenshu.knowledge.library;

import java.time.Duration;
import java.util.Optional;
import org.wenshu.knowledge.CollectionId;

/**
 * Keeps accepted texts until they are stored, whatever becomes of the server that accepted them.
 * Those of one document are worked on one after the other, in their order; one that has failed lets
 * later ones pass. Implementations are thread-safe and throw {@link
 * org.wenshu.error.WenshuException} with KNOWLEDGE_UNAVAILABLE when the database fails.
 */
public interface Arrivals {
  /**
   * Keeps a text; it is durable when this returns.
   *
   * @throws org.wenshu.error.WenshuException with SATURATED when too many are kept
   */
  void add(LoadedText text);

  /** The next one that is ready, held for that time; nobody else gets it meanwhile. */
  Optional<Arrival> claim(Duration hold);

  /** Holds it from now on for that time; false when it is no longer the caller's to work on. */
  boolean hold(Arrival arrival, Duration hold);

  /** It is stored; forgets it, and what has failed of the same document before. */
  void done(Arrival arrival);

  /** It is to be tried again after that time; keeps why, unless that is empty. */
  void retry(Arrival arrival, Duration after, String problem);

  /** The collection is gone, and with it what was on its way there. */
  void forget(CollectionId collection);

  /** How many are kept. */
  long count();
}
