package org.wenshu.knowledge.vector;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.wenshu.knowledge.Vector;

/**
 * The ten nearest of so many vectors of 384 numbers, all compared or by the graph: where the one
 * becomes slower than the other, and what the graph misses.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
@State(Scope.Benchmark)
public class VectorSearchBenchmark {
  private static final int DIMENSION = 384;
  private static final int WANTED = 10;
  private static final int QUESTIONS = 200;

  /** How many vectors there are. */
  @Param({"5000", "20000", "50000"})
  public int size;

  private final FlatVectors flat = new FlatVectors(DIMENSION);
  private final GraphVectors graph = new GraphVectors(VectorConfig.defaults().candidates());
  private InMemoryVectors source;
  private NearestVectors all;
  private NearestVectors near;

  /** Makes both, and tells the recall of the graph. */
  @Setup(Level.Trial)
  public void prepare() {
    source = new InMemoryVectors(DIMENSION, 5);
    source.add(size);
    long start = System.nanoTime();
    source.each(1, 0, (number, vector) -> graph.add(number, vector.normalized()));
    near = graph.view();
    long built = System.nanoTime() - start;
    source.each(1, 0, (number, vector) -> flat.add(number, vector.normalized()));
    all = flat.view();
    int found = 0;
    for (int i = 0; i < QUESTIONS; i++) {
      Vector wanted = source.draw().normalized();
      Set<Long> truth = new HashSet<>();
      best(all, wanted).forEach(hit -> truth.add(hit.number()));
      for (Hit hit : best(near, wanted)) {
        found += truth.contains(hit.number()) ? 1 : 0;
      }
    }
    System.out.printf(
        "%nrecall@10 of %d: %.4f, built in %.1f s%n",
        size, found / (double) (WANTED * QUESTIONS), built / 1e9);
  }

  /** Removes the graph's files. */
  @TearDown(Level.Trial)
  public void close() {
    graph.close();
  }

  private static List<Hit> best(NearestVectors vectors, Vector wanted) {
    BestHits best = new BestHits(WANTED);
    if (!vectors.offer(wanted, WANTED, best)) {
      throw new IllegalStateException("The vectors were closed");
    }
    return best.toList();
  }

  /** All are compared. */
  @Benchmark
  public List<Hit> compared() {
    return best(all, source.draw().normalized());
  }

  /** The graph is followed. */
  @Benchmark
  public List<Hit> graph() {
    return best(near, source.draw().normalized());
  }
}
