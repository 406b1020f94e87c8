package org.wenshu.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wenshu.sql.tree.Expression;

/** Says what a SELECT groups by, and what figures are of each group. */
final class Groups {
  private static final int MOST_FIGURES = 5;

  private final Speech speech;
  private final Words words;

  Groups(Speech speech) {
    this.speech = speech;
    this.words = speech.words;
  }

  /** What a level groups by, labels and places looked up. */
  static List<Expression> of(Level level) {
    return level.select().groupBy().stream().map(g -> level.labelled(g.expression())).toList();
  }

  /** Names of the groups. */
  List<String> names(Level level) {
    return new Keys(speech).of(of(level), level);
  }

  /**
   * Figures of each group.
   *
   * @param noun which rows are grouped
   * @param level that groups them
   */
  String figures(List<String> terms, Noun noun, Level level) {
    String list = Briefs.listed(Pronouns.of(terms, words), words, MOST_FIGURES);
    boolean counted = terms.stream().anyMatch(t -> t.contains(noun.rows()));
    if (words.isChinese()) {
      String among = counted && noun.isWhole() ? "" : noun.in(words, noun.rows()) + "中";
      return among + each(level) + "的" + list + by(level);
    }
    String rows = noun.in(words, noun.rows());
    String of = counted || !noun.isWhole() ? "" : " of " + rows;
    return list + of + " " + each(level) + (noun.isWhole() ? "" : ", for " + rows);
  }

  private String each(Level level) {
    List<String> spans = new ArrayList<>();
    List<Expression> others = new ArrayList<>();
    for (Expression key : of(level)) {
      Optional<Periods> period = Periods.of(key).filter(p -> !p.repeated());
      period.ifPresentOrElse(p -> spans.add(spanned(p, level)), () -> others.add(key));
    }
    List<String> names = new Keys(speech).of(others, level);
    String each = names.isEmpty() ? "" : words.say("各%s", "for each %s", words.all(names));
    return words.isChinese()
        ? each + String.join("", spans)
        : (each + " " + String.join(" ", spans)).strip();
  }

  private String spanned(Periods period, Level level) {
    String span = period.span().in(words);
    return words.isChinese()
        ? "每" + span
        : "per " + span + " of the " + speech.terms.text(period.of(), level);
  }

  /** By which moment the spans are taken, behind everything else. */
  private String by(Level level) {
    List<String> moments =
        of(level).stream()
            .flatMap(k -> Periods.of(k).filter(p -> !p.repeated()).stream())
            .map(p -> speech.terms.text(p.of(), level))
            .distinct()
            .toList();
    return moments.isEmpty() ? "" : "（按" + words.all(moments) + "）";
  }
}
