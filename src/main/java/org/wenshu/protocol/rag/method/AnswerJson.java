package org.wenshu.protocol.rag.method;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wenshu.ask.Answer;
import org.wenshu.execution.Rows;
import org.wenshu.protocol.json.RowArray;
import org.wenshu.protocol.json.Utf8;
import org.wenshu.protocol.rag.wire.EnvelopeWriter;
import org.wenshu.protocol.rag.wire.ResultFormat;
import org.wenshu.question.Language;
import org.wenshu.question.Wording;

/** Answers as results of {@code query.execute} (sections 1.3, 2.2 and 4.7). Thread-safe. */
final class AnswerJson {
  /** For the envelope around the result, and for numbers that grow. */
  private static final int SLACK = 512;

  private static final double NANOS = 1e9;

  private final int maxBytes;

  AnswerJson(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  /**
   * The result; rows are dropped from the tail until it fits. What rendered text takes beside the
   * rows is known only once it is there.
   */
  ObjectNode of(RagCall call, QueryOptions options, Answer answer) {
    Rows rows = answer.rows();
    Draft draft = new Draft(call, options, answer);
    int idBytes = Utf8.length(call.id());
    int room = maxBytes - SLACK - idBytes - size(draft.with(RowArray.of(rows, 0)));
    ObjectNode result = draft.with(RowArray.of(rows, room));
    while (options.format() != ResultFormat.JSON && room > 0) {
      int bytes = size(result) + idBytes + SLACK;
      if (bytes <= maxBytes) {
        break;
      }
      room = (int) ((long) room * (maxBytes - SLACK) / bytes);
      result = draft.with(RowArray.of(rows, room));
    }
    return result;
  }

  private static int size(ObjectNode result) {
    return Utf8.length(EnvelopeWriter.text(result));
  }

  /** One result at different lengths. */
  private record Draft(RagCall call, QueryOptions options, Answer answer) {
    ObjectNode with(RowArray array) {
      boolean dropped = array.count() < answer.rows().rows().size();
      ObjectNode result = Json.object();
      result.put("success", true);
      result.putRawValue("data", array.array());
      result.put("sql", answer.shownSql());
      result.put("explanation", explained());
      result.set("suggestions", Json.texts(in(call.language(), answer.insight().hints())));
      result.set("metadata", metadata(array, dropped));
      if (options.format() != ResultFormat.JSON) {
        result.put("format", options.format().wireName());
        result.put("formatted", options.format().render(answer.rows(), array.count()));
      }
      result.put("request_id", call.id());
      return result;
    }

    private String explained() {
      return answer
          .insight()
          .explanation()
          .map(told -> options.explain() ? told.full() : told.brief())
          .orElse("");
    }

    private ObjectNode metadata(RowArray array, boolean dropped) {
      long nanos = call.elapsed().toNanos();
      ObjectNode metadata = Json.object();
      metadata.put("execution_time", nanos);
      metadata.put("row_count", array.count());
      metadata.put("affected_rows", 0);
      metadata.put("query_plan", options.explain() ? answer.insight().plan() : "");
      metadata.set("warnings", Json.texts(warnings(array, dropped)));
      metadata.put("cache_hit", answer.reused());
      metadata.put("execution_time_text", String.format(Locale.ROOT, "%.3fs", nanos / NANOS));
      if (dropped || answer.rows().truncated()) {
        metadata.put("truncated", true);
      }
      pagination(metadata);
      return metadata;
    }

    private List<String> warnings(RowArray array, boolean dropped) {
      List<Wording> warnings = new ArrayList<>(answer.notices());
      warnings.addAll(answer.insight().warnings());
      if (dropped) {
        warnings.add(
            new Wording(
                "结果过大，仅返回前 " + array.count() + " 行",
                "The result is too large: only its first " + array.count() + " rows are sent"));
      }
      return in(call.language(), warnings);
    }

    /** How many rows there are in all is known once a page is not full. */
    private void pagination(ObjectNode metadata) {
      int found = answer.rows().rows().size();
      boolean last = found < options.limit() && !answer.rows().truncated();
      if (!last || (found == 0 && options.offset() > 0)) {
        return;
      }
      long total = (long) options.offset() + found;
      int page = options.offset() / options.limit() + 1;
      long pages = Math.max(1, (total + options.limit() - 1) / options.limit());
      metadata
          .putObject("pagination")
          .put("page", page)
          .put("page_size", options.limit())
          .put("total_rows", total)
          .put("total_pages", pages)
          .put("has_next", false)
          .put("has_prev", options.offset() > 0);
    }

    private static List<String> in(Language language, List<Wording> wordings) {
      return wordings.stream().map(wording -> wording.in(language)).toList();
    }
  }
}
