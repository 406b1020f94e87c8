package org.wenshu.explanation;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wenshu.schema.Table;
import org.wenshu.sql.tree.Expression;

/** Says what a value is. What has no words of its own is shown as SQL. */
final class Terms {
  /** Behind this many names of names a value is called by its label. */
  private static final int DEEPEST = 6;

  /** Longer texts of a derived column hide the sentence: its label stands for them. */
  private static final int LONGEST = 60;

  private static final Set<String> ZERO_WHEN_EMPTY = Set.of("COALESCE", "IFNULL");
  private static final Map<String, String> SIGNS = Map.of("*", "×", "/", "÷", "+", "+", "-", "−");

  private final Speech speech;
  private final Words words;
  private final AggregateTerms aggregates;
  private final IdentityHashMap<Level, IdentityHashMap<Expression, Term>> computedTerms =
      new IdentityHashMap<>();
  private int depth;

  Terms(Speech speech) {
    this.speech = speech;
    this.words = speech.words;
    this.aggregates = new AggregateTerms(speech, this);
  }

  /** The value seen from the level that names it. */
  Term of(Expression expression, Level level) {
    return of(expression, level, level);
  }

  String text(Expression expression, Level level) {
    return of(expression, level).in(words);
  }

  /**
   * A value.
   *
   * @param level where its names are looked up
   * @param view whose rows are spoken of
   */
  Term of(Expression expression, Level level, Level view) {
    if (expression.transparent().isPresent()) {
      return of(expression.transparent().get(), level, view);
    }
    if (expression instanceof Expression.Column column) {
      return column(column, level, view);
    }
    if (expression instanceof Expression.Literal literal) {
      return literal(literal, Optional.empty());
    }
    Optional<String> moment = speech.moments.moment(expression);
    if (moment.isPresent()) {
      return Term.of(moment.get(), Term.Kind.MOMENT);
    }
    if (expression instanceof Expression.Call call) {
      return call(call, level, view);
    }
    return composite(expression, level, view);
  }

  private Term composite(Expression expression, Level level, Level view) {
    if (expression instanceof Expression.Chain chain) {
      return Ratio.of(chain, level)
          .map(r -> r.term(words, this, level, view))
          .orElseGet(() -> chain(chain, level, view));
    }
    if (expression instanceof Expression.SubQuery query && query.quantifier().isEmpty()) {
      return speech
          .briefs
          .inside(level.read(query.query()))
          .map(b -> Term.of(words.say("%s", "the %s", b), Term.Kind.MEASURE))
          .orElseGet(() -> sql(expression));
    }
    return sql(expression);
  }

  Term sql(Expression expression) {
    return Term.of(words.sql(SqlText.of(expression)), Term.Kind.OTHER);
  }

  /** A constant; a column whose value it may be can say more of it. */
  Term literal(Expression.Literal literal, Optional<org.wenshu.schema.Column> column) {
    return literal
        .string()
        .map(s -> Term.of(words.value(s, column), Term.Kind.OTHER))
        .orElseGet(() -> Term.of(literal.text(), Term.Kind.OTHER));
  }

  private Term column(Expression.Column column, Level level, Level view) {
    Optional<Resolved> resolved = level.resolve(column);
    if (resolved.isEmpty()) {
      return Term.of(column.name().text(), Term.Kind.OTHER);
    }
    if (resolved.get() instanceof Resolved.Stored stored) {
      String name = words.column(stored.column());
      return new Term(qualifier(stored, view), name, kind(stored));
    }
    return computed((Resolved.Computed) resolved.get(), view);
  }

  private Term computed(Resolved.Computed computed, Level view) {
    if (depth >= DEEPEST) {
      return Term.of(computed.name(), Term.Kind.OTHER);
    }
    IdentityHashMap<Expression, Term> known =
        computedTerms.computeIfAbsent(view, v -> new IdentityHashMap<>());
    Term inner = known.get(computed.expression());
    if (inner == null) {
      depth++;
      inner = of(computed.expression(), computed.within(), view);
      depth--;
      known.put(computed.expression(), inner);
    }
    if (inner.text().length() > LONGEST || inner.text().startsWith("`")) {
      return Term.of(words.sql(computed.name()), inner.kind());
    }
    return limited(inner, computed, view);
  }

  /** A figure of a derived table is of those rows only that are read there. */
  private Term limited(Term term, Resolved.Computed computed, Level view) {
    Level within = computed.within();
    boolean said = view.grain().only().flatMap(Source::level).filter(within::equals).isPresent();
    if (within == view || said || !Summaries.isIn(computed.expression())) {
      return term;
    }
    List<Clause> clauses = new ArrayList<>(speech.nouns.of(within).conditions());
    within
        .select()
        .having()
        .ifPresent(h -> clauses.addAll(speech.predicates.all(Conjunction.of(h), within)));
    if (clauses.isEmpty()) {
      return term;
    }
    String clause = speech.predicates.and(clauses).plain();
    return Term.of(
        words.say("%1$s的%2$s", "%2$s (where %1$s)", clause, term.in(words)), term.kind());
  }

  /** Columns of the table whose rows are spoken of need no qualifier. */
  private String qualifier(Resolved.Stored stored, Level view) {
    Grain grain = view.grain();
    boolean own =
        stored.level() == view
            && (view.sources().size() == 1
                || grain.only().filter(stored.source()::equals).isPresent()
                || grain.same().contains(stored.source()));
    boolean passedOn =
        stored.level() != view
            && !view.outer().filter(stored.level()::equals).isPresent()
            && grain.subject().map(Table::name).filter(stored.table().name()::equals).isPresent();
    if (own || passedOn) {
      return "";
    }
    return isAround(stored.level(), view)
        ? words.say("外层%s", "outer %s", words.row(stored.table()))
        : named(stored);
  }

  private static boolean isAround(Level level, Level view) {
    return view.outer().filter(o -> o.equals(level) || isAround(level, o)).isPresent();
  }

  /** A table that is read twice is told apart by its alias. */
  private String named(Resolved.Stored stored) {
    Source source = stored.source();
    boolean twice =
        stored.level().sources().stream()
            .anyMatch(s -> !s.equals(source) && s.table().equals(source.table()));
    String row = words.row(stored.table());
    return twice ? words.say("%1$s（%2$s）", "%1$s %2$s", row, source.alias()) : row;
  }

  private static Term.Kind kind(Resolved.Stored stored) {
    org.wenshu.schema.Column column = stored.column();
    if (column.kind().isTemporal()) {
      return Term.Kind.MOMENT;
    }
    if (!column.kind().isNumeric()) {
      return Term.Kind.OTHER;
    }
    String names = column.name().toLowerCase(Locale.ROOT) + " " + column.comment();
    return Counted.isCounted(names) ? Term.Kind.NUMBER : Term.Kind.MEASURE;
  }

  private Term call(Expression.Call call, Level level, Level view) {
    String name = call.name();
    if (call.over().isPresent()) {
      return sql(call);
    }
    if (Summaries.isAggregate(call)) {
      return aggregates.of(call, level, view);
    }
    List<Expression> arguments = call.arguments();
    if (name.equals("ROUND") && !arguments.isEmpty()) {
      return of(arguments.get(0), level, view);
    }
    if (ZERO_WHEN_EMPTY.contains(name) && arguments.size() == 2) {
      return orElse(arguments, level, view);
    }
    return Periods.of(call)
        .map(p -> current(p).orElseGet(() -> p.term(words, of(p.of(), level, view))))
        .orElseGet(() -> sql(call));
  }

  /** The year of today is this year. */
  private Optional<Term> current(Periods period) {
    return speech
        .moments
        .current(period.of(), period.span().name())
        .map(t -> Term.of(t, Term.Kind.MOMENT));
  }

  private Term orElse(List<Expression> arguments, Level level, Level view) {
    Term term = of(arguments.get(0), level, view);
    if (SqlText.of(arguments.get(1)).equals("0")) {
      return term;
    }
    String other = of(arguments.get(1), level, view).in(words);
    return new Term(
        term.qualifier(),
        words.say("%1$s（为空时取 %2$s）", "%1$s (or %2$s)", term.text(), other),
        term.kind());
  }

  /** Plain arithmetic; anything else that stands between operators is SQL. */
  private Term chain(Expression.Chain chain, Level level, Level view) {
    if (!SIGNS.keySet().containsAll(chain.operators())) {
      return sql(chain);
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < chain.operands().size(); i++) {
      Expression operand = chain.operands().get(i);
      Term term = of(operand, level, view);
      if (term.text().startsWith("`")) {
        return sql(chain);
      }
      text.append(i == 0 ? "" : " " + SIGNS.get(chain.operators().get(i - 1)) + " ");
      boolean grouped =
          operand.transparent().filter(Expression.Chain.class::isInstance).isPresent();
      text.append(grouped ? words.say("（%s）", "(%s)", term.in(words)) : term.in(words));
    }
    return Term.of(text.toString(), Term.Kind.MEASURE);
  }
}
