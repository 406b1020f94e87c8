package org.wenshu.guard;

import java.math.BigInteger;
import java.util.Optional;
import org.wenshu.question.RowWindow;
import org.wenshu.sql.tree.Query;

/**
 * Limits the rows of a whole statement: by its own LIMIT, by the window that is wanted of it, and
 * by what is read at most. The window lies within the statement's own rows.
 *
 * @param most rows at most, 0 without a bound
 * @param window what is wanted of the rows
 */
record RowLimit(int most, Optional<RowWindow> window) {
  Query apply(Query query) {
    if (most == 0 && window.isEmpty()) {
      return query;
    }
    if (query.limit().isEmpty() && query.body() instanceof Query.Parenthesised inner) {
      boolean bare = query.orderBy().isEmpty() && query.with().tables().isEmpty();
      if (bare) {
        return apply(inner.query());
      }
    }
    return new Query(query.with(), query.body(), query.orderBy(), Optional.of(of(query.limit())));
  }

  private Query.Limit of(Optional<Query.Limit> own) {
    BigInteger skipped = BigInteger.valueOf(window.map(RowWindow::offset).orElse(0));
    Optional<BigInteger> left =
        own.map(o -> new BigInteger(o.count()).subtract(skipped).max(BigInteger.ZERO));
    BigInteger offset =
        own.flatMap(Query.Limit::offset).map(BigInteger::new).orElse(BigInteger.ZERO).add(skipped);
    BigInteger count = left.map(l -> l.min(wanted())).orElse(wanted());
    return new Query.Limit(
        count.toString(), offset.signum() == 0 ? Optional.empty() : Optional.of(offset.toString()));
  }

  private BigInteger wanted() {
    int limit = window.map(RowWindow::limit).orElse(most);
    return BigInteger.valueOf(most == 0 ? limit : Math.min(limit, most));
  }
}
