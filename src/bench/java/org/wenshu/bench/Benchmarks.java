package org.wenshu.bench;

import java.util.regex.Pattern;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the benchmarks whose name contains a match of {@code -Dbench.only}: every JMH class of this
 * source folder, then the measurements against a started server.
 */
public final class Benchmarks {
  private Benchmarks() {}

  /** Runs what was chosen and prints figures; fails when a benchmark does. */
  public static void main(String[] args) throws RunnerException {
    Pattern only = Pattern.compile(System.getProperty("bench.only", ".*"));
    Options micro =
        new OptionsBuilder()
            .include("org\\.wenshu\\..*(" + only.pattern() + ").*")
            .shouldFailOnError(true)
            .resultFormat(ResultFormatType.JSON)
            .result(System.getProperty("bench.work", "target/bench") + "-micro.json")
            .build();
    new Runner(micro).run();
  }
}
