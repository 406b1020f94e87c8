package org.wenshu.llm;

import java.io.IOException;
import java.io.InterruptedIOException;
import org.wenshu.error.ErrorCode;
import org.wenshu.error.WenshuException;
import org.wenshu.question.Wording;

/** The one place where what goes wrong with a model becomes an entry of the error catalogue. */
final class ModelFailures {
  private ModelFailures() {}

  static WenshuException ofStatus(int status) {
    return switch (status) {
      case 401, 403 ->
          unavailable("语言模型拒绝了凭据", "The language model rejected the credentials", null);
      case 404 -> unavailable("语言模型不存在", "The language model was not found", null);
      case 408, 504 -> timedOut(null);
      case 429 -> rateLimited();
      default ->
          unavailable(
              "语言模型服务返回错误（HTTP " + status + "）",
              "The language model's service answered HTTP " + status,
              null);
    };
  }

  static WenshuException of(IOException cause) {
    return cause instanceof InterruptedIOException
        ? timedOut(cause)
        : unavailable("语言模型无法连接", "The language model cannot be reached", cause);
  }

  /** An error that the model reports within its stream. */
  static WenshuException reported(String event) {
    return event.contains("rate_limit")
        ? rateLimited()
        : unavailable("语言模型报告了错误", "The language model reported an error", null);
  }

  static WenshuException cut(Throwable cause) {
    return unavailable("语言模型的回答中断", "The language model's answer broke off", cause);
  }

  static WenshuException notAStream(Throwable cause) {
    return unavailable(
        "语言模型返回的不是预期的数据流", "The language model's answer is not the expected stream", cause);
  }

  static WenshuException notAnAnswer(Throwable cause) {
    return unavailable("模型返回的不是预期的内容", "The model's answer is not the expected one", cause);
  }

  static WenshuException timedOut(Throwable cause) {
    return new WenshuException(
        ErrorCode.MODEL_TIMED_OUT,
        new Wording("语言模型超时", "The language model took too long"),
        cause);
  }

  private static WenshuException rateLimited() {
    return new WenshuException(
        ErrorCode.MODEL_RATE_LIMITED,
        new Wording("语言模型请求过于频繁", "The language model accepts no more requests for now"));
  }

  private static WenshuException unavailable(String chinese, String english, Throwable cause) {
    return new WenshuException(ErrorCode.MODEL_UNAVAILABLE, new Wording(chinese, english), cause);
  }
}
