package org.wenshu.values;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wenshu.values.Relation.Output;

/** Tells which columns a SELECT shows under which names. */
final class SelectList {
  private final Tokens tokens;
  private final Scope scope;

  SelectList(Tokens tokens, Scope scope) {
    this.tokens = tokens;
    this.scope = scope;
  }

  Relation outputs(int from, int to) {
    List<Output> outputs = new ArrayList<>();
    boolean open = false;
    for (int[] item : tokens.split(from, to)) {
      Relation part = item(item[0], item[1]);
      outputs.addAll(part.outputs());
      open |= part.open();
    }
    return new Relation(outputs, open);
  }

  private Relation item(int from, int to) {
    if (tokens.isSymbol(from, to, "*")) {
      return scope.all();
    }
    if (to - from >= 3 && tokens.isSymbol(to - 1, to, "*") && tokens.isSymbol(to - 2, to, ".")) {
      return scope.relation(tokens.get(to - 3).name()).orElse(Relation.unknown());
    }
    int behind = tokens.behindColumn(from, to);
    return behind > from && behind >= to - 2 && !tokens.isOpening(behind, to)
        ? column(from, behind, to)
        : expression(from, to);
  }

  private Relation column(int from, int behind, int to) {
    ColumnReference reference = tokens.column(from, behind);
    String name = behind < to ? alias(to) : reference.name();
    return one(name, scope.resolve(reference).map(Scope.Found::origin));
  }

  private Relation expression(int from, int to) {
    boolean named = to - from >= 2 && tokens.isName(to - 1, to);
    return one(named ? alias(to) : "", Optional.empty());
  }

  private String alias(int to) {
    return tokens.isName(to - 1, to) ? tokens.get(to - 1).name() : "";
  }

  private static Relation one(String name, Optional<Relation.Origin> origin) {
    return new Relation(List.of(new Output(name, origin)), false);
  }
}
