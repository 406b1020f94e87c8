package org.wenshu.values;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.wenshu.sql.SqlToken;
import org.wenshu.values.ValuesConfig.OnAmbiguous;

/** Decides which stored value a literal means (section 9.3, rules 4 to 6). */
final class LiteralLinker {
  private static final int MAX_ALTERNATIVES = 5;
  private static final Pattern OUTER = Pattern.compile("^[%\\s\\u3000]+|[%\\s\\u3000]+$");

  private final List<LinkField> fields;
  private final LinkField own;
  private final OnAmbiguous onAmbiguous;

  /** The candidate of one field, and its place among the fields. */
  private record Choice(LinkField field, KnownColumn.Best best) {}

  LiteralLinker(List<LinkField> fields, OnAmbiguous onAmbiguous) {
    this.fields = fields;
    this.own = fields.stream().filter(LinkField::own).findFirst().orElseThrow();
    this.onAmbiguous = onAmbiguous;
  }

  /** The value that {@code =} is to look for; the literal itself when it is one, or means none. */
  LinkedLiteral equal(SqlToken literal) {
    String value = literal.value();
    return value.isBlank() || own.column().isStored(value) ? kept(literal) : choose(value, literal);
  }

  /** The value that LIKE is to give way to; the pattern itself when it finds several on purpose. */
  LinkedLiteral like(SqlToken literal) {
    Optional<LikePattern> pattern =
        LikePattern.parse(literal.value()).filter(p -> !p.core().isBlank());
    if (pattern.isEmpty()) {
      return kept(literal);
    }
    List<String> found = own.column().like(pattern.get());
    if (found.isEmpty()) {
      return choose(pattern.get().core(), literal);
    }
    return found.size() == 1 ? only(found.get(0), pattern.get()) : kept(literal);
  }

  private LinkedLiteral only(String value, LikePattern pattern) {
    MatchQuality quality =
        MatchQuality.of(FoldedText.of(pattern.core()), FoldedText.of(value))
            .orElse(MatchQuality.SUBSTRING);
    return new LinkedLiteral(own, List.of(quoted(value)), quality, false, List.of());
  }

  private LinkedLiteral kept(SqlToken literal) {
    return LinkedLiteral.kept(own, literal.text());
  }

  private LinkedLiteral choose(String text, SqlToken literal) {
    FoldedText folded = FoldedText.of(OUTER.matcher(text).replaceAll(""));
    Optional<Choice> choice = bestField(folded);
    boolean ambiguous = choice.isPresent() && choice.get().best().tied() > 1;
    if (choice.isEmpty() || (ambiguous && onAmbiguous == OnAmbiguous.KEEP)) {
      return kept(literal);
    }
    KnownColumn.Best best = choice.get().best();
    int taken = onAmbiguous == OnAmbiguous.ALL ? best.tied() : 1;
    return new LinkedLiteral(
        choice.get().field(),
        best.values().stream().limit(taken).map(LiteralLinker::quoted).toList(),
        best.quality(),
        ambiguous,
        best.values().stream().skip(taken).limit(MAX_ALTERNATIVES).toList());
  }

  /** Quality decides, then the order of the fields. */
  private Optional<Choice> bestField(FoldedText literal) {
    Choice best = null;
    for (LinkField field : fields) {
      Optional<KnownColumn.Best> found = field.column().best(literal);
      if (found.isPresent()
          && (best == null || found.get().quality().compareTo(best.best().quality()) < 0)) {
        best = new Choice(field, found.get());
      }
    }
    return Optional.ofNullable(best);
  }

  private static String quoted(String value) {
    return "'" + value.replace("\\", "\\\\").replace("'", "''") + "'";
  }
}
