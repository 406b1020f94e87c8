package org.wenshu.feed.live;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * How one list of rows becomes another: first the rows at these places are taken out, then these
 * rows are put in, each at its place in the new list.
 *
 * @param removed places in the old list, ascending
 * @param added ascending by place
 */
public record RowDifference(List<Integer> removed, List<Placed> added) {
  private static final int MOST_COMPARED = 400;

  /** Copies the lists. */
  public RowDifference {
    removed = List.copyOf(removed);
    added = List.copyOf(added);
  }

  /** A row and its place in the new list. */
  public record Placed(int index, List<Object> row) {}

  /** Whether both lists are the same. */
  public boolean isEmpty() {
    return removed.isEmpty() && added.isEmpty();
  }

  /**
   * Finds the least difference where lists are short; of long ones what lies between the first and
   * the last change is replaced as a whole.
   */
  static RowDifference between(List<List<Object>> before, List<List<Object>> after) {
    List<List<Object>> old = before.stream().map(RowDifference::comparable).toList();
    List<List<Object>> fresh = after.stream().map(RowDifference::comparable).toList();
    int start = 0;
    while (start < Math.min(old.size(), fresh.size()) && old.get(start).equals(fresh.get(start))) {
      start++;
    }
    int oldEnd = old.size();
    int freshEnd = fresh.size();
    while (oldEnd > start
        && freshEnd > start
        && old.get(oldEnd - 1).equals(fresh.get(freshEnd - 1))) {
      oldEnd--;
      freshEnd--;
    }
    boolean[] kept = new boolean[old.size()];
    boolean[] known = new boolean[fresh.size()];
    if (oldEnd - start <= MOST_COMPARED && freshEnd - start <= MOST_COMPARED) {
      keep(old.subList(start, oldEnd), fresh.subList(start, freshEnd), start, kept, known);
    }
    return collect(start, oldEnd, freshEnd, kept, known, after);
  }

  private static RowDifference collect(
      int start,
      int oldEnd,
      int freshEnd,
      boolean[] kept,
      boolean[] known,
      List<List<Object>> after) {
    List<Integer> removed = new ArrayList<>();
    List<Placed> added = new ArrayList<>();
    for (int i = start; i < oldEnd; i++) {
      if (!kept[i]) {
        removed.add(i);
      }
    }
    for (int i = start; i < freshEnd; i++) {
      if (!known[i]) {
        added.add(new Placed(i, after.get(i)));
      }
    }
    return new RowDifference(removed, added);
  }

  /** Marks the longest sequence of rows that both lists have in the same order. */
  private static void keep(
      List<List<Object>> old,
      List<List<Object>> fresh,
      int start,
      boolean[] kept,
      boolean[] known) {
    int[][] length = new int[old.size() + 1][fresh.size() + 1];
    for (int i = old.size() - 1; i >= 0; i--) {
      for (int j = fresh.size() - 1; j >= 0; j--) {
        length[i][j] =
            old.get(i).equals(fresh.get(j))
                ? length[i + 1][j + 1] + 1
                : Math.max(length[i + 1][j], length[i][j + 1]);
      }
    }
    int i = 0;
    int j = 0;
    while (i < old.size() && j < fresh.size()) {
      if (old.get(i).equals(fresh.get(j))) {
        kept[start + i++] = true;
        known[start + j++] = true;
      } else if (length[i + 1][j] >= length[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
  }

  private static List<Object> comparable(List<Object> row) {
    List<Object> values = new ArrayList<>(row.size());
    for (Object value : row) {
      values.add(value instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : value);
    }
    return values;
  }
}
