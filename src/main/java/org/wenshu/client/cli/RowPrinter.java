package org.wenshu.client.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wenshu.client.gateway.call.GatewayJson;

/** Prints rows: a table for people, else an object a line. */
final class RowPrinter {
  private final Terminal terminal;
  private final boolean json;

  RowPrinter(Terminal terminal, Arguments arguments) {
    this.terminal = terminal;
    this.json = arguments.has("json") || !terminal.interactive();
  }

  /** Whether objects are printed. */
  boolean isJson() {
    return json;
  }

  /** Prints rows. The columns are those of all rows, in the order in which they appear. */
  void print(List<Map<String, Object>> rows) {
    if (json) {
      rows.forEach(this::print);
      return;
    }
    Set<String> heads = new LinkedHashSet<>();
    rows.forEach(row -> heads.addAll(row.keySet()));
    Table table = new Table(new ArrayList<>(heads));
    for (Map<String, Object> row : rows) {
      List<Object> values = new ArrayList<>();
      heads.forEach(head -> values.add(row.get(head)));
      table.add(values);
    }
    if (!heads.isEmpty()) {
      terminal.out().print(table.render(terminal.width()));
    }
  }

  /** Prints an object in a line of its own. */
  void print(Object value) {
    terminal.out().print(GatewayJson.tree(value));
    terminal.out().print('\n');
  }
}
