package org.wenshu.bench;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.wenshu.question.Question;
import org.wenshu.schema.SchemaConfig;
import org.wenshu.schema.SchemaContext;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.schema.search.Distractors;
import org.wenshu.schema.search.LuceneSchemaLinker;

/** Linking a question to the tables of a small, a large and a very large schema. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(1)
public class SchemaLinkingBenchmark {
  private static final List<Question> QUESTIONS =
      List.of(
          Question.of("统计每个班级学生的平均成绩，按成绩从高到低排序"),
          Question.of("Which doctors treated more than ten patients last month?"),
          Question.of("查询航班和机场的名称以及状态"),
          Question.of("list the hotel rooms booked by guests from Beijing"));

  /** How many tables the schema has. */
  @Param({"12", "1000", "10000"})
  public int tables;

  private final LuceneSchemaLinker linker = new LuceneSchemaLinker(SchemaConfig.Linking.defaults());
  private int next;

  /** Indexes the schema. */
  @Setup
  public void index() {
    linker.use(SchemaSnapshot.of("bench", "1", Instant.EPOCH, Distractors.tables(tables)));
  }

  /** One question. */
  @Benchmark
  public SchemaContext link() {
    next = (next + 1) % QUESTIONS.size();
    return linker.link(QUESTIONS.get(next));
  }
}
