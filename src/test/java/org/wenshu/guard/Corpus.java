package org.wenshu.guard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A file of statements: pairs of lines, a reason and the statement, split on line feeds alone. */
public final class Corpus {
  private Corpus() {}

  /**
   * One statement of a corpus.
   *
   * @param reason its tag and why it is there
   */
  public record Statement(String reason, String sql) {
    /** The kind of danger or of read it stands for. */
    public String tag() {
      return reason.substring(1, reason.indexOf(']'));
    }

    @Override
    public String toString() {
      return reason;
    }
  }

  /** The statements of the file, in its order. */
  public static List<Statement> read(String file) {
    String[] lines = text(file).split("\n", 0);
    List<Statement> statements = new ArrayList<>();
    for (int i = 0; i + 1 < lines.length; i += 2) {
      statements.add(new Statement(lines[i].substring("-- ".length()), lines[i + 1]));
    }
    return statements;
  }

  /** The file as it is. */
  public static String text(String file) {
    try (InputStream in = Corpus.class.getResourceAsStream("/sql-guard/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
