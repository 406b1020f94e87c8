package org.wenshu.protocol.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wenshu.operations.health.ComponentHealth;
import org.wenshu.operations.health.FacadeState;
import org.wenshu.operations.health.Finding;
import org.wenshu.operations.health.HealthReport;
import org.wenshu.operations.health.HealthStatus;
import org.wenshu.question.Language;

class HealthJsonTest {
  private static final Instant THEN = Instant.parse("2026-11-21T10:15:30.123456Z");
  private static final HealthJson ENGLISH = new HealthJson(Language.ENGLISH);

  @Test
  void writesTheUnionOfTheDocumentedMembers() {
    HealthReport report =
        report(
            component("database", true, Finding.of(HealthStatus.HEALTHY, "好", "well").with("n", 3)),
            component("llm", false, Finding.of(HealthStatus.DEGRADED, "弱", "weak")));

    assertThat(ENGLISH.report(report))
        .hasToString(
            """
            {"status":"degraded","timestamp":"2026-11-21T10:15:30.123Z","uptime":5000000000,\
            "connected":true,"authenticated":false,"session_id":null,\
            "overall_status":"degraded","components":{\
            "database":{"component_type":"kind","component_name":"database","status":"healthy",\
            "message":"well","details":{"n":3},"check_time":"2026-11-21T10:15:30.123Z",\
            "duration":7,"error":null},\
            "llm":{"component_type":"kind","component_name":"llm","status":"degraded",\
            "message":"weak","details":{},"check_time":"2026-11-21T10:15:30.123Z",\
            "duration":7,"error":null}},\
            "summary":{"total_components":2,"healthy_components":1,"degraded_components":1,\
            "unknown_components":0,"unhealthy_components":0}}\
            """);
  }

  @Test
  void namesWhatFailedInTheLanguageOfTheReader() {
    HealthReport report =
        report(component("database", true, Finding.failure("unreachable", "连不上", "gone")));

    ObjectNode chinese = new HealthJson(Language.CHINESE).report(report);

    assertThat(chinese.path("error").asText()).isEqualTo("连不上");
    assertThat(chinese.path("connected").asBoolean()).isFalse();
    assertThat(chinese.at("/components/database/error").asText()).isEqualTo("unreachable");
    assertThat(ENGLISH.report(report).path("error").asText()).isEqualTo("gone");
    assertThat(ENGLISH.ready(report).path("ready").asBoolean()).isFalse();
  }

  @Test
  void saysThatTheServerLives() {
    assertThat(ENGLISH.live(Duration.ofNanos(9)))
        .hasToString("{\"status\":\"healthy\",\"alive\":true,\"uptime\":9}");
  }

  private static HealthReport report(ComponentHealth... components) {
    return new HealthReport(
        List.of(components), new FacadeState(false, Optional.empty()), THEN, Duration.ofSeconds(5));
  }

  private static ComponentHealth component(String name, boolean essential, Finding finding) {
    return new ComponentHealth("kind", name, essential, finding, THEN, Duration.ofNanos(7));
  }
}
