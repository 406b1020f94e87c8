package org.wenshu.protocol.rag.method;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wenshu.ask.AskEvent;
import org.wenshu.error.ErrorCode;
import org.wenshu.error.WenshuException;
import org.wenshu.protocol.rag.wire.RagCode;
import org.wenshu.protocol.rag.wire.RagError;
import org.wenshu.question.Abstention;
import org.wenshu.question.Wording;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.schema.search.SimilarTables;

/** What is said of a question that has no answer (sections 4.7 and 6). Thread-safe. */
final class QuestionFailures {
  private static final Logger LOG = Logger.getLogger(QuestionFailures.class.getName());
  private static final int SUGGESTED = 3;
  private static final int SIMILAR = 5;

  /** As the guard and the database alike name a table that is not there. */
  private static final Pattern NO_TABLE = Pattern.compile("Table '([^']{1,256})' doesn't exist");

  /** The server's numbers for transactions that stood in each other's way. */
  private static final Map<Integer, String> TRANSACTION =
      Map.of(1205, "lock_timeout", 1213, "deadlock");

  private final Suggestions suggestions;
  private final VisibleSchema schema;
  private final SimilarTables similar;

  QuestionFailures(Suggestions suggestions, VisibleSchema schema, SimilarTables similar) {
    this.suggestions = suggestions;
    this.schema = schema;
    this.similar = similar;
  }

  RagError abstained(RagCall call, String question, AskEvent.Abstained abstained) {
    boolean dangling = abstained.kind() == Abstention.UNRESOLVED_REFERENCE;
    String reason = abstained.reason().in(call.language());
    return RagError.of(RagCode.QUERY_PARSE, told("无法理解该查询: ", abstained.reason()))
        .with("query", question)
        .with("reason", dangling ? "unresolved_reference: " + reason : reason)
        .with("suggestions", related(call, question));
  }

  RagError failed(
      RagCall call, String question, AskEvent.Failed failed, Optional<AskEvent.Refused> refused) {
    RagError error = RagErrors.of(failed.code(), failed.error());
    return switch (error.code()) {
      case QUERY_VALIDATION -> refused(call, error, failed, refused);
      case AUTHORIZATION -> withheld(call, error, failed);
      case DB_QUERY -> rejected(call, question, error, failed);
      case TIMEOUT -> timedOut(call, error, failed.code());
      default -> error;
    };
  }

  private RagError refused(
      RagCall call, RagError error, AskEvent.Failed failed, Optional<AskEvent.Refused> refused) {
    if (missingTable(failed.error()).isPresent() && !namesOtherDatabase(failed.error())) {
      return withheld(call, error, failed);
    }
    RagError refusal =
        error.with("sql", failed.sql().orElse("")).with("policy", "read_only_select");
    return refused
        .map(
            why ->
                refusal
                    .with("violation", why.rule())
                    .with("explanation", why.explanation().in(call.language())))
        .orElse(refusal);
  }

  /** A table that must not be read is told from one that is not there. */
  private RagError withheld(RagCall call, RagError error, AskEvent.Failed failed) {
    Optional<String> missing = missingTable(failed.error()).filter(table -> !schema.has(table));
    return missing.isPresent()
        ? unknownTable(call, missing.get(), error.message())
        : forbidden(call, failed.error());
  }

  private RagError unknownTable(RagCall call, String table, Wording message) {
    SchemaSnapshot visible = schema.of(call);
    return RagError.of(RagCode.TABLE_NOT_FOUND, message)
        .with("table", table)
        .with("database", visible.database())
        .with("similar_tables", similar.to(table, visible, SIMILAR));
  }

  private static RagError forbidden(RagCall call, Wording error) {
    String table = missingTable(error).orElse("*");
    return RagErrors.forbidden(call, "table:" + table + ":read");
  }

  private RagError rejected(RagCall call, String question, RagError error, AskEvent.Failed failed) {
    if (failed.sql().isEmpty()) {
      return RagError.of(RagCode.SQL_GENERATION, error.message())
          .with("query", question)
          .with("reason", error.message().in(call.language()))
          .with("missing_info", List.of());
    }
    Optional<String> table = missingTable(failed.error());
    if (table.isPresent()) {
      return unknownTable(call, table.get(), error.message());
    }
    if (TRANSACTION.containsKey(failed.databaseError())) {
      return RagError.of(RagCode.DB_TRANSACTION, error.message())
          .with("error_type", TRANSACTION.get(failed.databaseError()))
          .with("mysql_error", error.message().in(call.language()))
          .with("mysql_errno", failed.databaseError())
          .with("affected_tables", List.of());
    }
    RagError told =
        error
            .with("sql", failed.sql().get())
            .with("mysql_error", error.message().in(call.language()));
    return failed.databaseError() == 0 ? told : told.with("mysql_errno", failed.databaseError());
  }

  private static RagError timedOut(RagCall call, RagError error, ErrorCode code) {
    Stage stage =
        switch (code) {
          case MODEL_TIMED_OUT -> Stage.LLM;
          case EXECUTION_TIMED_OUT -> Stage.DATABASE_QUERY;
          default -> call.stage();
        };
    return error
        .with("timeout", call.budget().toSeconds())
        .with("elapsed", Json.seconds(call.elapsed()))
        .with("stage", stage.wireName());
  }

  /** A failure to suggest anything is no reason to tell less of the failure. */
  private List<String> related(RagCall call, String question) {
    try {
      return suggestions.related(question, call.identity().caller(), SUGGESTED);
    } catch (WenshuException e) {
      LOG.log(Level.FINE, "No suggestions", e);
      return List.of();
    }
  }

  /** Tables of the system are no unknown tables but forbidden ones. */
  private static boolean namesOtherDatabase(Wording error) {
    Matcher named = NO_TABLE.matcher(error.english());
    return named.find() && named.group(1).indexOf('.') >= 0;
  }

  private static Optional<String> missingTable(Wording error) {
    Matcher named = NO_TABLE.matcher(error.english());
    return named.find()
        ? Optional.of(named.group(1).substring(named.group(1).lastIndexOf('.') + 1))
        : Optional.empty();
  }

  private static Wording told(String chinese, Wording reason) {
    return new Wording(
        chinese + reason.chinese(), "The question was not understood: " + reason.english());
  }
}
