package org.wenshu.feed.live;

import java.util.function.Supplier;
import org.wenshu.ask.AskDispatcher;
import org.wenshu.execution.QueryExecutor;
import org.wenshu.guard.SqlGuard;
import org.wenshu.schema.SchemaSnapshot;

/** What live questions are answered with. */
public record LiveSteps(
    AskDispatcher dispatcher,
    SqlGuard guard,
    QueryExecutor executor,
    Supplier<SchemaSnapshot> catalogue,
    LiveAudit audit) {}
