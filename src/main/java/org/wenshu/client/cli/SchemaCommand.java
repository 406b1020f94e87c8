package org.wenshu.client.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wenshu.client.Wenshu;
import org.wenshu.client.rag.TableInfo;

/** {@code schema [table]}: lists the tables, or the columns of one. */
final class SchemaCommand implements Command {
  @Override
  public int run(Wenshu wenshu, Arguments arguments, Terminal terminal) {
    arguments.atMost(1);
    RowPrinter printer = new RowPrinter(terminal, arguments);
    if (arguments.words().isEmpty()) {
      printer.print(
          wenshu.rag().schema().tables().stream()
              .map(table -> table(table, printer.isJson(), terminal))
              .toList());
    } else {
      printer.print(columns(wenshu.rag().table(arguments.words().get(0)), printer, terminal));
    }
    return ExitCode.FINE;
  }

  private static Map<String, Object> table(TableInfo table, boolean json, Terminal terminal) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put(json ? "table" : terminal.words(Words.TABLE), table.name());
    row.put(json ? "rows" : terminal.words(Words.ROW_COUNT), table.rowCount());
    row.put(json ? "comment" : terminal.words(Words.COMMENT), table.comment());
    return row;
  }

  private static List<Map<String, Object>> columns(
      TableInfo table, RowPrinter printer, Terminal terminal) {
    return table.columns().stream()
        .map(column -> column(column, printer.isJson(), terminal))
        .toList();
  }

  private static Map<String, Object> column(
      TableInfo.Column column, boolean json, Terminal terminal) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put(json ? "column" : terminal.words(Words.COLUMN), column.name());
    row.put(json ? "type" : terminal.words(Words.TYPE), column.type());
    row.put(json ? "key" : terminal.words(Words.KEY), column.primaryKey() ? "PRI" : "");
    row.put(json ? "comment" : terminal.words(Words.COMMENT), column.comment());
    return row;
  }
}
