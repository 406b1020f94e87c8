package org.wenshu.client.gateway.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.wenshu.client.gateway.call.GatewayJson;
import org.wenshu.client.gateway.call.ResponseReader;
import org.wenshu.client.gateway.data.Diagnosis;

/** A sample of data that is looked at. */
public final class DiagnosisRequest extends ServiceRequest<Diagnosis, DiagnosisRequest> {
  private DiagnosisRequest(ObjectNode body) {
    super(body);
  }

  /** What kind of data the sample is. */
  public static DiagnosisRequest detectType(String sample) {
    return operation("detect-type", sample);
  }

  /** How to read data of this type into rows of this schema. */
  public static DiagnosisRequest generateDescriptor(String sample, String type, String schema) {
    return operation("generate-descriptor", sample).with("type", type).schema(schema);
  }

  /** Both. */
  public static DiagnosisRequest diagnose(String sample) {
    return operation("diagnose", sample);
  }

  /** Which schemas fit the sample. */
  public static DiagnosisRequest selectSchema(String sample) {
    return operation("schema-selection", sample);
  }

  private static DiagnosisRequest operation(String name, String sample) {
    return new DiagnosisRequest(GatewayJson.operation(name).put("sample", sample));
  }

  /** The same for this schema. */
  public DiagnosisRequest schema(String name) {
    return with("schema-name", name);
  }

  /** The same with options of the server. */
  public DiagnosisRequest options(Map<String, ?> options) {
    return with("options", GatewayJson.tree(options));
  }

  @Override
  public String service() {
    return "structured-diag";
  }

  @Override
  ResponseReader<Diagnosis> reader() {
    return response -> read(response, operationOf(body()));
  }

  @Override
  DiagnosisRequest copy(ObjectNode newBody) {
    return new DiagnosisRequest(newBody);
  }

  private static String operationOf(ObjectNode body) {
    return GatewayJson.text(body, "operation");
  }

  private static Diagnosis read(JsonNode response, String operation) {
    switch (operation) {
      case "detect-type" -> GatewayJson.needText(response, "detected-type");
      case "generate-descriptor" -> GatewayJson.need(response, "descriptor");
      case "schema-selection" -> GatewayJson.need(response, "schema-matches");
      default -> {}
    }
    return new Diagnosis(
        GatewayJson.optionalText(response, "detected-type"),
        GatewayJson.optionalDouble(response, "confidence"),
        GatewayJson.optional(response, "descriptor"),
        GatewayJson.list(response, "schema-matches", JsonNode::asText),
        response);
  }
}
