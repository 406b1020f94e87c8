package org.wenshu.client.gateway.call;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Items that arrive one after the other. They are fetched as they are taken, so that memory stays
 * the same however many there are. Can be gone through once, by one thread, as {@link #iterator} or
 * as {@link #stream}; taking an item waits for it. Who stops early closes; the server then stops,
 * too.
 *
 * @param <T> the kind of the items
 */
public final class ItemStream<T> implements Iterable<T>, AutoCloseable {
  private final Source<T> source;
  private final Iterator<T> items = new Items();

  private ItemStream(Source<T> source) {
    this.source = source;
  }

  /** The items of this source. */
  public static <T> ItemStream<T> over(Source<T> source) {
    return new ItemStream<>(source);
  }

  /**
   * Always the same iterator. Its methods throw a {@link org.wenshu.client.WenshuException} when
   * the source breaks; what came before stays good.
   */
  @Override
  public Iterator<T> iterator() {
    return items;
  }

  /** The items as a stream, which closes this when it is closed. */
  public Stream<T> stream() {
    int ordered = Spliterator.ORDERED | Spliterator.NONNULL;
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(items, ordered), false)
        .onClose(this::close);
  }

  /** Wants no more. Idempotent; nothing happens after the last item. */
  @Override
  public void close() {
    source.cancel();
  }

  /** Takes what has arrived as a whole, so that taking a single item costs next to nothing. */
  private final class Items implements Iterator<T> {
    private Iterator<T> arrived = List.<T>of().iterator();
    private boolean over;

    @Override
    public boolean hasNext() {
      if (!over && !arrived.hasNext()) {
        List<T> next = Answers.await(source.next());
        over = next.isEmpty();
        arrived = next.iterator();
      }
      return arrived.hasNext();
    }

    @Override
    public T next() {
      if (!hasNext()) {
        throw new NoSuchElementException("There are no more items");
      }
      return arrived.next();
    }
  }
}
