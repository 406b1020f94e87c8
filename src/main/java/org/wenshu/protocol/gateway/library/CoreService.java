package org.wenshu.protocol.gateway.library;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.wenshu.knowledge.CollectionId;
import org.wenshu.knowledge.CoreId;
import org.wenshu.knowledge.CorePart;
import org.wenshu.knowledge.EntityVector;
import org.wenshu.knowledge.KnowledgeCores;
import org.wenshu.knowledge.Triple;
import org.wenshu.knowledge.Value;
import org.wenshu.knowledge.Vector;
import org.wenshu.knowledge.flow.Flows;
import org.wenshu.protocol.gateway.data.WireValue;
import org.wenshu.protocol.gateway.service.Fields;
import org.wenshu.protocol.gateway.service.GatewayService;
import org.wenshu.protocol.gateway.service.Operations;
import org.wenshu.protocol.gateway.service.ServiceCall;

/** {@code knowledge}: knowledge cores (contract, section 1.7). Thread-safe. */
public final class CoreService implements GatewayService {
  private static final Logger LOG = Logger.getLogger(CoreService.class.getName());
  private static final String GET = "get-kg-core";
  private static final String TRIPLES = "triples";
  private static final String ENTITIES = "graph-embeddings";

  private final KnowledgeCores cores;
  private final Flows flows;
  private final Operations operations;

  /** The service over these cores, which are loaded into flows. */
  public CoreService(KnowledgeCores cores, Flows flows) {
    this.cores = cores;
    this.flows = flows;
    Map<String, Function<ServiceCall, ObjectNode>> answers =
        Map.of(
            "list-kg-cores", this::list,
            "delete-kg-core", this::delete,
            "load-kg-core", this::load,
            "unload-kg-core", this::unload,
            "put-kg-core", this::put);
    this.operations = new Operations(kind(), errorType(), answers);
  }

  @Override
  public String kind() {
    return "knowledge";
  }

  @Override
  public String errorType() {
    return "load-error";
  }

  @Override
  public void answer(ServiceCall call) {
    if (call.fields().text("operation").orElse("").equals(GET)) {
      get(call);
    } else {
      operations.answer(call);
    }
  }

  private ObjectNode list(ServiceCall call) {
    ObjectNode answer = ServiceCall.object();
    cores.list(call.fields().user()).forEach(answer.putArray("ids")::add);
    return answer;
  }

  private ObjectNode delete(ServiceCall call) {
    cores.delete(core(call));
    return ServiceCall.object();
  }

  private ObjectNode load(ServiceCall call) {
    Fields fields = call.fields();
    String flow = fields.text("flow").orElse("default");
    if (flows.offers(flow, "triples-store") == Flows.Offer.UNKNOWN_FLOW) {
      throw Flows.unknownFlow(flow);
    }
    CoreId core = core(call);
    CollectionId target = CollectionId.of(fields.user(), fields.collection());
    var unused =
        cores
            .load(core, target)
            .whenComplete(
                (done, failure) -> {
                  if (failure != null) {
                    LOG.log(Level.WARNING, "A core could not be loaded to its end", failure);
                  }
                });
    return ServiceCall.object();
  }

  private ObjectNode unload(ServiceCall call) {
    cores.unload(core(call));
    return ServiceCall.object();
  }

  private ObjectNode put(ServiceCall call) {
    Fields fields = call.fields();
    List<Triple> triples =
        fields.node(TRIPLES) instanceof ObjectNode batch
            ? WireValue.triples(new Fields(batch), TRIPLES)
            : List.of();
    cores.put(core(call), new CorePart(triples, entities(fields.node(ENTITIES))));
    return ServiceCall.object();
  }

  private static List<EntityVector> entities(JsonNode batch) {
    List<EntityVector> entities = new ArrayList<>();
    for (JsonNode one : batch.path("entities")) {
      Value entity =
          WireValue.value(one.path("entity"))
              .orElseThrow(() -> Fields.invalid("entity", "不能缺少", "is required"));
      for (Vector vector : WireValue.vectors(one.path("vectors"))) {
        entities.add(new EntityVector(entity, vector));
      }
    }
    return entities;
  }

  private void get(ServiceCall call) {
    CoreId core = core(call);
    if (!cores.exists(core)) {
      throw Fields.invalid("id", "不存在", "names no core");
    }
    cores.each(
        core,
        part -> {
          call.cancellation().check();
          frames(call, core, part);
        });
    call.succeed(ServiceCall.object().put("eos", true));
  }

  private static void frames(ServiceCall call, CoreId core, CorePart part) {
    Batch triples = new Batch(call, core, TRIPLES, TRIPLES);
    part.triples().forEach(triple -> triples.add(WireValue.json(triple)));
    triples.send();
    Batch entities = new Batch(call, core, ENTITIES, "entities");
    for (EntityVector entity : part.entities()) {
      ObjectNode one = ServiceCall.object();
      one.set("entity", WireValue.json(entity.entity()));
      one.putArray("vectors").add(WireValue.json(entity.vector()));
      entities.add(one);
    }
    entities.send();
  }

  /** Items of one frame, sent before it would grow too long. */
  private static final class Batch {
    private static final int MAX_CHARS = 150_000;

    private final ServiceCall call;
    private final CoreId core;
    private final String name;
    private final String list;
    private final List<ObjectNode> items = new ArrayList<>();
    private int chars;

    Batch(ServiceCall call, CoreId core, String name, String list) {
      this.call = call;
      this.core = core;
      this.name = name;
      this.list = list;
    }

    void add(ObjectNode item) {
      chars += item.toString().length();
      items.add(item);
      if (chars > MAX_CHARS) {
        send();
      }
    }

    void send() {
      if (!items.isEmpty()) {
        ObjectNode frame = ServiceCall.object();
        items.forEach(batch(frame, name, core).putArray(list)::add);
        call.piece(frame);
        items.clear();
        chars = 0;
      }
    }
  }

  private static ObjectNode batch(ObjectNode frame, String name, CoreId core) {
    ObjectNode batch = frame.putObject(name);
    ObjectNode metadata = batch.putObject("metadata").put("id", core.id());
    metadata.putArray("metadata");
    metadata.put("user", core.user()).put("collection", CollectionId.DEFAULT_NAME);
    return batch;
  }

  private static CoreId core(ServiceCall call) {
    return new CoreId(call.fields().user(), call.fields().required("id"));
  }
}
