package org.wenshu.protocol.rag.method;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.wenshu.error.ErrorCode;
import org.wenshu.error.WenshuException;
import org.wenshu.question.Wording;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.security.Caller;

/**
 * The schema as a caller may know it (section 7.2): the tables it may read, and all of them for one
 * who may read the schema. Thread-safe.
 *
 * @param catalogue everything there is
 * @param readable what the caller may read
 */
public record VisibleSchema(
    Supplier<SchemaSnapshot> catalogue, Function<Caller, SchemaSnapshot> readable) {
  private static final String EVERY_TABLE = "table:*:read";
  private static final Wording UNKNOWN =
      new Wording("数据库结构暂不可用", "The schema of the database is not known yet");

  SchemaSnapshot of(RagCall call) {
    if (catalogue.get().tables().isEmpty()) {
      throw new WenshuException(ErrorCode.SCHEMA_UNAVAILABLE, UNKNOWN);
    }
    Caller caller = call.identity().caller();
    return readable.apply(call.permissions().readsSchema() ? knowingEveryTable(caller) : caller);
  }

  /** Whether there is a table of that name, whoever may know of it. */
  boolean has(String table) {
    return catalogue.get().table(table).isPresent();
  }

  /** Whether there is a table of that name, which the caller may not know of in detail. */
  boolean hides(RagCall call, String table) {
    return has(table) && of(call).table(table).isEmpty();
  }

  /** What rules withhold of tables and columns stays withheld. */
  private static Caller knowingEveryTable(Caller caller) {
    Set<String> permissions = new HashSet<>(caller.permissions());
    permissions.add(EVERY_TABLE);
    return new Caller(caller.name(), caller.roles(), permissions, caller.attributes());
  }
}
