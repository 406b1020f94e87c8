package org.wenshu.client.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.wenshu.client.gateway.data.Triple;

/** The triples of a file, read as they are taken. For one thread. */
final class TripleFile implements AutoCloseable {
  private final String name;
  private final long size;
  private final CountedInput counted;
  private final BufferedReader reader;
  private long line;

  private TripleFile(String name, InputStream in, long size) {
    this.name = name;
    this.size = size;
    this.counted = new CountedInput(in, count -> {});
    this.reader = new BufferedReader(new InputStreamReader(counted, StandardCharsets.UTF_8));
  }

  /** Opens a file, or what is piped in if its name is a dash. */
  static TripleFile open(String name, Terminal terminal) throws IOException {
    if (name.equals("-")) {
      return new TripleFile(name, terminal.in(), -1);
    }
    Path path = Path.of(name);
    return new TripleFile(name, Files.newInputStream(path), Files.size(path));
  }

  /** Its triples; a line that is none ends them with a {@link UsageException}. */
  Stream<Triple> triples() {
    return reader
        .lines()
        .peek(each -> line++)
        .filter(each -> !TripleLine.isBlank(each))
        .map(this::triple);
  }

  private Triple triple(String text) {
    try {
      return TripleLine.read(text);
    } catch (IllegalArgumentException e) {
      throw new UsageException(Words.BAD_LINE, name, line, e.getMessage());
    }
  }

  /** How much was read, from 0 to 1; less than 0 if nobody knows. */
  double part() {
    return size <= 0 ? -1 : (double) counted.count() / size;
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
