package org.wenshu.operations.health;

import java.util.Locale;
import java.util.Optional;
import org.wenshu.generation.CircuitBreaker;

/**
 * Tells what questions have found out about the language model; calls it not, because calls cost
 * money. The grammar answers without it. Thread-safe.
 */
public final class ModelCheck implements HealthCheck {
  private final Optional<CircuitBreaker> breaker;

  /** A check of the breaker before the model; empty when none is configured. */
  public ModelCheck(Optional<CircuitBreaker> breaker) {
    this.breaker = breaker;
  }

  @Override
  public String kind() {
    return "llm";
  }

  @Override
  public String name() {
    return "llm";
  }

  @Override
  public boolean essential() {
    return false;
  }

  @Override
  public Finding look() {
    return breaker
        .map(CircuitBreaker::state)
        .map(ModelCheck::configured)
        .orElseGet(ModelCheck::notConfigured);
  }

  private static Finding notConfigured() {
    return Finding.of(
            HealthStatus.HEALTHY,
            "未配置语言模型，由内置语法作答",
            "No language model is configured; the built-in grammar answers")
        .with("configured", false);
  }

  private static Finding configured(CircuitBreaker.State state) {
    Finding finding =
        state == CircuitBreaker.State.CLOSED
            ? Finding.of(HealthStatus.HEALTHY, "语言模型可用", "The language model is in use")
            : Finding.of(
                HealthStatus.DEGRADED,
                "语言模型连续失败，暂由内置语法作答",
                "The language model has failed repeatedly; the built-in grammar answers for now");
    return finding.with("configured", true).with("circuit", state.name().toLowerCase(Locale.ROOT));
  }
}
