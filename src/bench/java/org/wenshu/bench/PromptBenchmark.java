package org.wenshu.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.wenshu.prompt.PromptAssembler;
import org.wenshu.question.Question;
import org.wenshu.schema.Column;
import org.wenshu.schema.SchemaContext;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.schema.Table;

/** Rendering the prompt for ten tables of twelve columns. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class PromptBenchmark {
  private static final int TABLES = 10;
  private static final int COLUMNS = 12;

  private final PromptAssembler assembler = new PromptAssembler();
  private Question question;
  private SchemaContext schema;

  /** Makes the tables. */
  @Setup
  public void makeTables() {
    List<Table> tables = new ArrayList<>();
    for (int t = 0; t < TABLES; t++) {
      List<Column> columns = new ArrayList<>();
      for (int c = 1; c <= COLUMNS; c++) {
        columns.add(
            new Column(
                "column_" + c,
                c,
                "varchar",
                "varchar(50)",
                true,
                "第" + c + "列的说明",
                Column.Key.NONE,
                List.of("停用", "启用")));
      }
      tables.add(
          new Table("table_" + t, false, "第" + t + "张表", columns, List.of(), List.of(), 1000));
    }
    question = Question.of("上个月每个部门的销售额是多少");
    schema = new SchemaContext(SchemaSnapshot.of("bench", "1", Instant.EPOCH, tables), tables);
  }

  /** The system message, which holds the schema. */
  @Benchmark
  public String systemMessage() {
    return assembler.assemble(question, schema).system();
  }
}
