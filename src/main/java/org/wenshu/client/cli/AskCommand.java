package org.wenshu.client.cli;

import java.util.Locale;
import org.wenshu.client.Wenshu;
import org.wenshu.client.ask.Answer;

/** {@code ask "question"}: shows the statement on the side and prints the rows. */
final class AskCommand implements Command {
  @Override
  public int run(Wenshu wenshu, Arguments arguments, Terminal terminal) {
    Answer answer = wenshu.ask().answer(arguments.sentence("\"…\""));
    RowPrinter printer = new RowPrinter(terminal, arguments);
    if (terminal.interactive()) {
      terminal.err().println(answer.sql());
      if (answer.rewritten()) {
        terminal.err().println(terminal.words(Words.REWRITTEN));
      }
    }
    printer.print(answer.rows());
    if (terminal.interactive()) {
      terminal.flush();
      String count = String.format(Locale.ROOT, "%,d", answer.rowCount());
      String cut = answer.truncated() ? terminal.words(Words.CUT) : "";
      terminal.err().println(terminal.words(Words.ROWS, count) + cut);
    }
    return ExitCode.FINE;
  }
}
