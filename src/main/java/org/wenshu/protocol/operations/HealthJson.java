package org.wenshu.protocol.operations;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.wenshu.operations.health.ComponentHealth;
import org.wenshu.operations.health.HealthReport;
import org.wenshu.operations.health.HealthStatus;
import org.wenshu.question.Language;
import org.wenshu.question.Wording;

/**
 * Writes health as JSON (contract of the RAG query protocol, section 11); messages in the language.
 */
record HealthJson(Language language) {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Wording NOT_FOUND = new Wording("没有这个组件", "No such component");

  /** The whole report: the members that any documented client reads. */
  ObjectNode report(HealthReport report) {
    ObjectNode body = summary(report);
    body.put("connected", report.connected());
    body.put("authenticated", report.facade().authenticated());
    body.put("session_id", report.facade().sessionId().orElse(null));
    body.put("overall_status", report.status().word());
    ObjectNode components = body.putObject("components");
    report.components().forEach(c -> components.set(c.name(), component(c)));
    ObjectNode counts = body.putObject("summary");
    counts.put("total_components", report.components().size());
    for (HealthStatus status : HealthStatus.values()) {
      counts.put(status.word() + "_components", report.count(status));
    }
    report.failed().ifPresent(failed -> body.put("error", failed.finding().message().in(language)));
    return body;
  }

  /** Whether questions can be answered. */
  ObjectNode ready(HealthReport report) {
    return summary(report).put("ready", report.status().works());
  }

  private static ObjectNode summary(HealthReport report) {
    return NODES
        .objectNode()
        .put("status", report.status().word())
        .put("timestamp", report.timestamp().truncatedTo(ChronoUnit.MILLIS).toString())
        .put("uptime", report.uptime().toNanos());
  }

  /** That the server is there. */
  ObjectNode live(Duration uptime) {
    return NODES
        .objectNode()
        .put("status", HealthStatus.HEALTHY.word())
        .put("alive", true)
        .put("uptime", uptime.toNanos());
  }

  /** One component. */
  ObjectNode component(ComponentHealth component) {
    ObjectNode body =
        NODES
            .objectNode()
            .put("component_type", component.kind())
            .put("component_name", component.name())
            .put("status", component.status().word())
            .put("message", component.finding().message().in(language));
    ObjectNode details = body.putObject("details");
    component.finding().details().forEach(details::putPOJO);
    body.put("check_time", component.checkedAt().truncatedTo(ChronoUnit.MILLIS).toString());
    body.put("duration", component.duration().toNanos());
    return body.put("error", component.finding().error().orElse(null));
  }

  /** That there is no such component. */
  ObjectNode notFound() {
    return NODES.objectNode().put("error", NOT_FOUND.in(language));
  }
}
