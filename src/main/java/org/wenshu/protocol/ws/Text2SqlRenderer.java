package org.wenshu.protocol.ws;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wenshu.ask.Answer;
import org.wenshu.ask.AskEvent;
import org.wenshu.ask.AskListener;
import org.wenshu.error.ErrorCode;
import org.wenshu.execution.Rows;
import org.wenshu.protocol.ws.ResultJson.ErrorResult;
import org.wenshu.question.Language;
import org.wenshu.question.Wording;

/**
 * Renders the events of one question as frames, outcomes P1 to P6 and P10 (contract of the text2sql
 * stream, section 4). Confined to the thread that answers.
 */
final class Text2SqlRenderer implements AskListener {
  private final WsRequest.Ask request;
  private final Language language;
  private final Reply reply;
  private final ResultJson results;
  private final Runnable whenEnded;
  private final boolean holdsDone;
  private final List<String> held = new ArrayList<>();
  private boolean received;
  private boolean generating;
  private boolean generated;
  private boolean repairFailed;

  /**
   * A renderer for one question.
   *
   * @param holdsDone whether the end of generation is told only after the first execution
   * @param whenEnded runs when the last frame has been sent
   */
  Text2SqlRenderer(
      WsRequest.Ask request,
      Reply reply,
      ResultJson results,
      boolean holdsDone,
      Runnable whenEnded) {
    this.request = request;
    this.language = Language.of(request.text());
    this.reply = reply;
    this.results = results;
    this.holdsDone = holdsDone;
    this.whenEnded = whenEnded;
  }

  @Override
  public void on(AskEvent event) {
    if (event instanceof AskEvent.Started) {
      reply.log().step("开始处理查询请求: " + request.text());
      received();
    } else if (event instanceof AskEvent.Generating) {
      generating();
    } else if (event instanceof AskEvent.SqlDelta delta) {
      reply.chunk(delta.piece());
    } else if (event instanceof AskEvent.SqlDrafted drafted) {
      reply.log().step("模型生成的SQL内容: " + drafted.text());
      reply.log().step("提取的SQL语句: " + drafted.sql());
    } else if (event instanceof AskEvent.ValuesLinked linked) {
      generated();
      whileHolding(Frames.FINAL_SQL + linked.sql());
    } else {
      onExecution(event);
    }
  }

  private void onExecution(AskEvent event) {
    if (event instanceof AskEvent.Executing executing) {
      executing(executing);
    } else if (event instanceof AskEvent.Fetched fetched) {
      fetched(fetched.rows(), fetched.attempt());
    } else if (event instanceof AskEvent.ExecutionFailed failed) {
      executionFailed(failed.error(), failed.attempt());
    } else if (event instanceof AskEvent.Repairing) {
      reply.status(Frames.REPAIRING);
    } else if (event instanceof AskEvent.Repaired repaired) {
      reply.status(Frames.REPAIR_TEXT + orNone(repaired.text().strip()));
      reply.status(Frames.REPAIRED_SQL + repaired.sql().orElse(Frames.NONE));
    } else {
      onEnd(event);
    }
  }

  private void onEnd(AskEvent event) {
    if (event instanceof AskEvent.Answered answered) {
      answered(answered.answer());
    } else if (event instanceof AskEvent.Abstained abstained) {
      abstained(abstained.reason());
    } else if (event instanceof AskEvent.Failed failed) {
      failed(failed);
    }
  }

  private void received() {
    received = true;
    reply.status(Frames.RECEIVED);
  }

  private void generating() {
    generating = true;
    reply.status(Frames.GENERATING);
  }

  private void generated() {
    generated = true;
    reply.endOfChunks();
    whileHolding(Frames.DONE);
  }

  private void executing(AskEvent.Executing executing) {
    if (executing.attempt() == 0) {
      whileHolding(Frames.EXECUTING);
    } else {
      reply.status(Frames.EXECUTING_REPAIRED);
    }
  }

  private void fetched(Rows rows, int attempt) {
    release();
    reply.status(attempt == 0 ? Frames.ROWS + rows.rows().size() : Frames.REPAIRED);
  }

  private void executionFailed(Wording error, int attempt) {
    release();
    String message = Frames.error(error.chinese());
    if (attempt > 0) {
      repairFailed = true;
      reply.status(Frames.REPAIR_FAILED + message);
    } else if (!request.options().quietRetry()) {
      reply.status(Frames.EXECUTION_FAILED + message);
    }
  }

  private void answered(Answer answer) {
    end(results.success(request.text(), answer, language, request.options().id()), "");
  }

  private void abstained(Wording reason) {
    generated();
    release();
    reply.status(Frames.NOTHING_GENERATED);
    Optional<String> why = Optional.of(reason.in(language));
    end(error(Frames.NOTHING_GENERATED, Optional.empty(), why), "");
  }

  private void failed(AskEvent.Failed failed) {
    release();
    String message = Frames.error(failed.error().chinese());
    if (repairFailed) {
      end(error(Frames.REPAIR_FAILED + message, failed.sql(), Optional.empty()), "");
    } else if (!received && failed.code() == ErrorCode.SATURATED) {
      end(error(Frames.BUSY, Optional.empty(), Optional.empty()), "");
    } else {
      unexpected(message, failed.sql());
    }
  }

  private void unexpected(String message, Optional<String> sql) {
    if (!received) {
      received();
    }
    if (!generating) {
      generating();
    }
    if (!generated) {
      generated();
      release();
    }
    reply.status(Frames.UNEXPECTED + message);
    String remark = " (异常处理);报错信息: " + message;
    end(error(Frames.UNEXPECTED_IN_RESULT + message, sql, Optional.empty()), remark);
  }

  private String error(String error, Optional<String> lastSql, Optional<String> reason) {
    Optional<String> query = Optional.of(request.text());
    return results.error(new ErrorResult(query, error, request.options().id(), lastSql, reason));
  }

  private void end(String result, String remark) {
    if (!request.options().olderDocument()) {
      reply.result(result);
      reply.terminator(remark);
    }
    reply.afterwards(whenEnded);
  }

  private void whileHolding(String frame) {
    if (holdsDone) {
      held.add(frame);
    } else {
      reply.status(frame);
    }
  }

  private void release() {
    held.forEach(reply::status);
    held.clear();
  }

  private static String orNone(String text) {
    return text.isEmpty() ? Frames.NONE : text;
  }
}
