package org.wenshu.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wenshu.generation.DraftSql;
import org.wenshu.generation.Generation;
import org.wenshu.generation.GenerationRequest;
import org.wenshu.generation.RejectedDraft;
import org.wenshu.generation.SqlGenerator;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Deadline;
import org.wenshu.question.Wording;

/** A model that does whatever anything in its prompt tells it: writes what stands behind RUN. */
final class ObedientGenerator implements SqlGenerator {
  private static final Pattern ORDER = Pattern.compile("RUN \\[([^\\]]*)\\]");

  private final List<String> prompts = new ArrayList<>();

  @Override
  public Generation generate(
      GenerationRequest request,
      Consumer<String> pieces,
      Deadline deadline,
      Cancellation cancellation) {
    String prompt = request.prompt().system() + "\n" + request.prompt().user();
    prompts.add(prompt);
    Matcher order = ORDER.matcher(prompt);
    if (!order.find()) {
      Wording nothing = new Wording("没有指令", "Nothing was ordered");
      return new Generation.Abstained(nothing, nothing.english(), "model");
    }
    String sql = order.group(1);
    return new Generation.Drafted(new DraftSql(sql), sql, "model", List.of());
  }

  @Override
  public Generation repair(
      GenerationRequest request,
      RejectedDraft rejected,
      Deadline deadline,
      Cancellation cancellation) {
    return generate(request, piece -> {}, deadline, cancellation);
  }

  /** Everything it was ever told. */
  String told() {
    return String.join("\n", prompts);
  }
}
