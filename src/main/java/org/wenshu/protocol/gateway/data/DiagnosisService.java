package org.wenshu.protocol.gateway.data;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.wenshu.knowledge.diagnosis.DataKind;
import org.wenshu.knowledge.diagnosis.SampleFields;
import org.wenshu.knowledge.diagnosis.SchemaFit;
import org.wenshu.knowledge.row.RowField;
import org.wenshu.knowledge.row.RowSchema;
import org.wenshu.knowledge.row.RowSchemas;
import org.wenshu.protocol.gateway.service.GatewayService;
import org.wenshu.protocol.gateway.service.ServiceCall;
import org.wenshu.protocol.gateway.service.ServiceException;

/**
 * {@code structured-diag} (contract, section 4.14), by the names in a sample and no model.
 * Thread-safe.
 */
public final class DiagnosisService implements GatewayService {
  private static final String OPERATION = "operation";
  private static final String SCHEMA = "schema-name";

  private final RowSchemas schemas;
  private final Map<String, Function<ServiceCall, ObjectNode>> operations =
      Map.of(
          "detect-type", this::detect,
          "generate-descriptor", this::describe,
          "diagnose", this::diagnose,
          "schema-selection", this::select);

  /** The service over these schemas. */
  public DiagnosisService(RowSchemas schemas) {
    this.schemas = schemas;
  }

  @Override
  public String kind() {
    return "structured-diag";
  }

  @Override
  public String errorType() {
    return "ProcessingError";
  }

  @Override
  public void answer(ServiceCall call) {
    String operation = call.fields().text(OPERATION).orElse("");
    Function<ServiceCall, ObjectNode> known = operations.get(operation);
    if (known == null) {
      throw ServiceException.of(
          "InvalidOperation", "没有操作 " + operation, "There is no operation " + operation);
    }
    call.succeed(known.apply(call));
  }

  private ObjectNode detect(ServiceCall call) {
    String sample = required(call, "sample");
    return detected(call, sample, DataKind.of(sample));
  }

  private ObjectNode describe(ServiceCall call) {
    String sample = required(call, "sample");
    String type = required(call, "type");
    DataKind kind =
        DataKind.named(type)
            .orElseThrow(
                () ->
                    ServiceException.of(
                        "TypeDetectionFailed", "未知类型 " + type, "Unknown type " + type));
    RowSchema schema = schema(required(call, SCHEMA));
    ObjectNode answer = begun(call);
    answer.set("descriptor", descriptor(call, sample, kind, schema));
    answer.set("metadata", metadata(SampleFields.of(sample, kind)));
    return answer;
  }

  private ObjectNode diagnose(ServiceCall call) {
    String sample = required(call, "sample");
    DataKind kind = DataKind.of(sample);
    ObjectNode answer = detected(call, sample, kind);
    List<RowSchema> fitting = SchemaFit.best(schemas.all(), SampleFields.of(sample, kind));
    ArrayNode matches = answer.putArray("schema-matches");
    fitting.forEach(schema -> matches.add(schema.name()));
    Optional<String> named = call.fields().text(SCHEMA).filter(name -> !name.isBlank());
    RowSchema schema =
        named
            .map(this::schema)
            .or(() -> fitting.stream().findFirst())
            .orElseThrow(
                () ->
                    ServiceException.of(
                        "NoSchemaAvailable", "没有合适的数据模式", "No configured schema fits the sample"));
    answer.set("descriptor", descriptor(call, sample, kind, schema));
    return answer;
  }

  private ObjectNode select(ServiceCall call) {
    String sample = required(call, "sample");
    ObjectNode answer = begun(call);
    ArrayNode matches = answer.putArray("schema-matches");
    SampleFields fields = SampleFields.of(sample, DataKind.of(sample));
    SchemaFit.best(schemas.all(), fields).forEach(schema -> matches.add(schema.name()));
    return answer;
  }

  private ObjectNode detected(ServiceCall call, String sample, DataKind kind) {
    ObjectNode answer = begun(call);
    answer.put("detected-type", kind.wireName()).put("confidence", kind.confidence());
    answer.set("metadata", metadata(SampleFields.of(sample, kind)));
    return answer;
  }

  private static ObjectNode descriptor(
      ServiceCall call, String sample, DataKind kind, RowSchema schema) {
    SampleFields fields = SampleFields.of(sample, kind);
    ObjectNode descriptor = ServiceCall.object();
    ObjectNode format = descriptor.putObject("format");
    format.put("type", kind.wireName()).put("encoding", "utf-8");
    ObjectNode options = format.putObject("options");
    if (kind == DataKind.CSV) {
      options.put("delimiter", fields.delimiter()).put("has_header", true);
    }
    if (call.fields().node("options") instanceof ObjectNode given) {
      options.setAll(given);
    }
    ArrayNode mappings = descriptor.putArray("mappings");
    SchemaFit.mapping(schema, fields).forEach((name, field) -> mappings.add(mapping(name, field)));
    ObjectNode output = descriptor.putObject("output").put("schema_name", schema.name());
    output.putObject("options");
    return descriptor;
  }

  private static ObjectNode mapping(String name, RowField field) {
    ObjectNode mapping =
        ServiceCall.object().put("source_field", name).put("target_field", field.name());
    ArrayNode transforms = mapping.putArray("transforms");
    transforms.addObject().put("type", "trim");
    switch (field.type()) {
      case "integer", "long" -> transforms.addObject().put("type", "to_int");
      case "float", "double" -> transforms.addObject().put("type", "to_float");
      case "boolean" -> transforms.addObject().put("type", "to_bool");
      default -> {}
    }
    return mapping;
  }

  private static ObjectNode metadata(SampleFields fields) {
    ObjectNode metadata = ServiceCall.object();
    fields.names().forEach(metadata.putArray("fields")::add);
    return metadata;
  }

  private static ObjectNode begun(ServiceCall call) {
    return ServiceCall.object().put(OPERATION, call.fields().text(OPERATION).orElse(""));
  }

  private RowSchema schema(String name) {
    return schemas.all().stream()
        .filter(schema -> schema.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                ServiceException.of(
                    "SchemaNotFound", "没有数据模式 " + name, "There is no schema " + name));
  }

  private static String required(ServiceCall call, String field) {
    return call.fields()
        .text(field)
        .filter(text -> !text.isBlank())
        .orElseThrow(
            () -> ServiceException.of("MissingParameter", "缺少 " + field, field + " is required"));
  }
}
