package org.wenshu.knowledge.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wenshu.knowledge.Vector;

class IndexedSearchTest {
  private static final VectorConfig SMALL = new VectorConfig(1_000, 200, 64 << 20, 8);

  private final InMemoryVectors source = new InMemoryVectors(64, 7);
  private final Queue<Runnable> background = new ArrayDeque<>();

  private static Set<Long> numbers(List<Hit> hits) {
    Set<Long> numbers = new HashSet<>();
    hits.forEach(hit -> numbers.add(hit.number()));
    return numbers;
  }

  private double recall(VectorSearch search, int questions) {
    VectorSearch exact = new ScanningSearch(source);
    int found = 0;
    for (int i = 0; i < questions; i++) {
      Vector wanted = source.draw();
      Set<Long> truth = numbers(exact.nearest(source.state(), wanted, 10));
      truth.retainAll(numbers(search.nearest(source.state(), wanted, 10)));
      found += truth.size();
    }
    return found / (10.0 * questions);
  }

  @Test
  void findsAllWhileTheyAreFewAndNearlyAllAbove() {
    try (IndexedSearch search = new IndexedSearch(source, SMALL, background::add)) {
      source.add(900);
      search.prepare();
      assertThat(recall(search, 20)).isEqualTo(1);

      source.add(19_100);
      search.prepare();
      assertThat(recall(search, 100)).isGreaterThanOrEqualTo(0.95);
    }
  }

  @Test
  void answersBeforeThereIsAnIndexAndFollowsWhatIsAdded() {
    try (IndexedSearch search = new IndexedSearch(source, SMALL, background::add)) {
      source.add(5_000);
      assertThat(recall(search, 3)).isEqualTo(1);
      assertThat(background).hasSize(1);
      background.remove().run();
      source.add(100);
      long before = source.read();
      Vector last = source.draw();
      search.nearest(source.state(), last, 10);

      assertThat(source.read() - before).isEqualTo(100);
      assertThat(background).isEmpty();
      source.add(500);
      search.nearest(source.state(), last, 10);
      assertThat(background).hasSize(1);
    }
  }

  @Test
  void forgetsWhatWasRemoved() {
    try (IndexedSearch search = new IndexedSearch(source, SMALL, background::add)) {
      source.add(3_000);
      search.prepare();
      source.clear();
      assertThat(search.nearest(source.state(), source.draw(), 10)).isEmpty();
      source.add(50);
      assertThat(recall(search, 5)).isEqualTo(1);
    }
  }

  @Test
  void scoresByTheCosine() {
    try (IndexedSearch search = new IndexedSearch(source, SMALL, background::add)) {
      source.add(3_000);
      search.prepare();
      Vector wanted = source.draw();
      Hit ours = search.nearest(source.state(), wanted, 1).get(0);
      Hit exact = new ScanningSearch(source).nearest(source.state(), wanted, 1).get(0);

      assertThat(ours.number()).isEqualTo(exact.number());
      assertThat(ours.score()).isCloseTo(exact.score(), org.assertj.core.data.Offset.offset(1e-5f));
    }
  }
}
