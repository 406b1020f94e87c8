package org.wenshu.protocol.rag.method;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.wenshu.error.ErrorCode;
import org.wenshu.error.WenshuException;
import org.wenshu.protocol.rag.wire.RagCode;
import org.wenshu.protocol.rag.wire.RagError;
import org.wenshu.protocol.rag.wire.RagException;
import org.wenshu.question.Wording;
import org.wenshu.security.CredentialJudgement;
import org.wenshu.security.CredentialRefusal;
import org.wenshu.security.ratelimit.RateRefusal;

/** Says failures of the services in the protocol's table of errors (section 6). */
public final class RagErrors {
  private static final Logger LOG = Logger.getLogger(RagErrors.class.getName());
  private static final int RETRY_SECONDS = 5;

  private RagErrors() {}

  /** What a caller is told of something that was thrown. */
  public static RagError of(RuntimeException thrown, String component) {
    if (thrown instanceof RagException known) {
      return known.error();
    }
    return thrown instanceof WenshuException failure
        ? of(failure.code(), failure.wording())
        : unexpected(thrown, component);
  }

  /** What a caller is told of a failure that has a code. */
  public static RagError of(ErrorCode code, Wording wording) {
    RagError error = RagError.of(codeOf(code), wording);
    return switch (error.code()) {
      case SERVER_ERROR -> error.with("reason", reason(code)).with("retry_after", RETRY_SECONDS);
      case RATE_LIMIT -> error.with("retry_after", RETRY_SECONDS);
      case INTERNAL_ERROR -> named(error, "ask");
      default -> error;
    };
  }

  /** The entry of the table for a failure that has a code. */
  static RagCode codeOf(ErrorCode code) {
    return switch (code) {
      case QUESTION_EMPTY, QUESTION_TOO_LONG, MALFORMED_REQUEST -> RagCode.INVALID_PARAMS;
      case NOT_AUTHENTICATED -> RagCode.AUTHENTICATION;
      case NOT_PERMITTED -> RagCode.AUTHORIZATION;
      case SQL_REFUSED -> RagCode.QUERY_VALIDATION;
      case MODEL_UNAVAILABLE -> RagCode.LLM_CONNECTION;
      case MODEL_RATE_LIMITED -> RagCode.LLM_RATE_LIMIT;
      case MODEL_TIMED_OUT, EXECUTION_TIMED_OUT, QUESTION_TIMED_OUT -> RagCode.TIMEOUT;
      case EXECUTION_FAILED -> RagCode.DB_QUERY;
      case DATABASE_UNAVAILABLE -> RagCode.DB_CONNECTION;
      case SCHEMA_UNAVAILABLE -> RagCode.SCHEMA_LOAD;
      case SATURATED -> RagCode.RATE_LIMIT;
      case INTERNAL -> RagCode.INTERNAL_ERROR;
      default -> RagCode.SERVER_ERROR;
    };
  }

  /** The time of a call is over. */
  static RagError timeout(Stage stage, Duration budget, Duration elapsed) {
    long seconds = budget.toSeconds();
    return RagError.of(
            RagCode.TIMEOUT,
            "请求处理超时（" + seconds + "秒）",
            "The request timed out after " + seconds + " s")
        .with("timeout", seconds)
        .with("elapsed", Json.seconds(elapsed))
        .with("stage", stage.wireName());
  }

  /** Nobody has said who calls. */
  static RagError notAuthenticated() {
    return RagError.of(RagCode.AUTHENTICATION, "未认证，请先进行认证", "Not authenticated")
        .with("reason", CredentialRefusal.NOT_AUTHENTICATED.reason());
  }

  /** The credential that was shown is not believed. */
  public static RagError refused(CredentialJudgement.Refused refused) {
    return refused.why() == CredentialRefusal.TOKEN_EXPIRED
        ? expired(refused.expiredAt())
        : RagError.of(RagCode.AUTHENTICATION, "认证失败: 令牌无效", "The token is not valid")
            .with("reason", refused.why().reason());
  }

  /** The credential was good once. */
  static RagError expired(Optional<Instant> expiredAt) {
    RagError error =
        RagError.of(RagCode.AUTHENTICATION, "认证失败: 令牌已过期", "The token has expired")
            .with("reason", CredentialRefusal.TOKEN_EXPIRED.reason());
    return expiredAt
        .map(end -> error.with("expired_at", Json.moment(end)))
        .orElse(error)
        .with("current_time", Json.moment(Instant.now()));
  }

  /** A permission is missing. */
  static RagError forbidden(RagCall call, String permission) {
    return RagError.of(
            RagCode.AUTHORIZATION, "权限不足: 需要 " + permission, "Permission required: " + permission)
        .with("required_permission", permission)
        .with("user_permissions", call.permissions().effective())
        .with("user_roles", call.identity().caller().roles().stream().sorted().toList());
  }

  /** A rate limit refused it. */
  static RagError tooMany(RateRefusal refusal) {
    return RagError.of(RagCode.RATE_LIMIT, "请求过于频繁，请稍后重试", "Too many requests")
        .with("limit", refusal.limit())
        .with("window", refusal.windowSeconds())
        .with("retry_after", refusal.retryAfterSeconds())
        .with("current_usage", refusal.currentUsage());
  }

  /** The connection has too many requests that wait for an answer. */
  public static RagError tooManyAtOnce(int limit, int outstanding) {
    return RagError.of(
            RagCode.RATE_LIMIT, "并发请求过多，请稍后重试", "Too many requests at once on this connection")
        .with("limit", limit)
        .with("retry_after", 1)
        .with("current_usage", outstanding);
  }

  /** The server takes no more work. */
  public static RagError unavailable(String reason) {
    return RagError.of(
            RagCode.SERVER_ERROR, "服务器繁忙，请稍后重试", "The server is busy, please try again later")
        .with("reason", reason)
        .with("retry_after", RETRY_SECONDS);
  }

  /** There is no such method. */
  public static RagError unknownMethod(String method, List<String> available) {
    return RagError.of(RagCode.METHOD_NOT_FOUND, "方法未找到: " + method, "Method not found: " + method)
        .with("method", method)
        .with("available_methods", available);
  }

  private static RagError unexpected(RuntimeException thrown, String component) {
    RagError error =
        named(
            RagError.of(
                RagCode.INTERNAL_ERROR, "服务器内部错误", "An internal error occurred on the server"),
            component);
    LOG.log(Level.SEVERE, "Request failed, " + error.data().get("error_id").asText(), thrown);
    return error;
  }

  private static RagError named(RagError error, String component) {
    return error
        .with("error_id", UUID.randomUUID().toString())
        .with("timestamp", Json.moment(Instant.now().truncatedTo(ChronoUnit.MILLIS)))
        .with("component", component);
  }

  private static String reason(ErrorCode code) {
    return code.name().toLowerCase(java.util.Locale.ROOT);
  }
}
