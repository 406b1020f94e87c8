package org.wenshu.generation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The fenced blocks of a text: from three backticks to the next three. Because a statement may
 * itself hold backticks, each block offers several bodies, the likeliest first.
 */
final class FencedBlocks {
  private static final Pattern RUN = Pattern.compile("`{3,}");
  private static final Pattern TAG = Pattern.compile("[\\p{Alnum}_+.#-]*");
  private static final Pattern SQL_TAG = Pattern.compile("(?i)(my)?sql");
  private static final int FENCE = 3;
  private static final int MAX_BLOCKS = 16;
  private static final int MAX_ENDS = 4;

  /**
   * A block.
   *
   * @param tag the word after the opening backticks
   * @param bodies what it may hold
   */
  private record Block(String tag, List<String> bodies) {
    boolean isSql() {
      return SQL_TAG.matcher(tag).matches();
    }
  }

  private final List<Block> closed = new ArrayList<>();
  private final List<Block> open = new ArrayList<>();

  private FencedBlocks() {}

  static FencedBlocks of(String text) {
    FencedBlocks blocks = new FencedBlocks();
    List<int[]> runs = runs(text);
    for (int i = 0; i < runs.size() && i < 2 * MAX_BLOCKS; i += 2) {
      blocks.add(text, runs, i);
    }
    return blocks;
  }

  /** Bodies of blocks tagged {@code sql} or {@code mysql}. */
  Stream<String> taggedSql() {
    return closed.stream().filter(Block::isSql).flatMap(block -> block.bodies().stream());
  }

  /** Bodies of blocks without tag or with another one. */
  Stream<String> others() {
    return closed.stream()
        .filter(block -> !block.isSql())
        .flatMap(block -> Stream.concat(block.bodies().stream(), tagIncluded(block)));
  }

  /** Everything behind an opening fence that nothing closes. */
  Stream<String> unterminated() {
    return open.stream()
        .flatMap(block -> Stream.concat(block.bodies().stream(), tagIncluded(block)));
  }

  /** In a fence written on one line, what looks like a tag may be the statement's first word. */
  private static Stream<String> tagIncluded(Block block) {
    return block.tag().isEmpty()
        ? Stream.empty()
        : block.bodies().stream().map(body -> block.tag() + body);
  }

  private void add(String text, List<int[]> runs, int opening) {
    int start = runs.get(opening)[1];
    Matcher tag = TAG.matcher(text).region(start, text.length());
    int bodyStart = tag.lookingAt() ? tag.end() : start;
    String word = text.substring(start, bodyStart);
    if (opening + 1 == runs.size()) {
      open.add(new Block(word, List.of(text.substring(bodyStart))));
      return;
    }
    List<String> bodies =
        runs.subList(opening + 1, Math.min(runs.size(), opening + 1 + MAX_ENDS)).stream()
            .flatMap(run -> ends(run).mapToObj(end -> text.substring(bodyStart, end)))
            .toList();
    closed.add(new Block(word, bodies));
  }

  /** Where a block may end in a run of backticks: the run's first ones may close a name. */
  private static IntStream ends(int[] run) {
    return IntStream.of(run[1] - FENCE, run[0]).distinct();
  }

  private static List<int[]> runs(String text) {
    List<int[]> runs = new ArrayList<>();
    Matcher matcher = RUN.matcher(text);
    while (matcher.find()) {
      runs.add(new int[] {matcher.start(), matcher.end()});
    }
    return runs;
  }
}
