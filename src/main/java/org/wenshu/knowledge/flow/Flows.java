package org.wenshu.knowledge.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wenshu.knowledge.configuration.ConfigurationEntry;
import org.wenshu.knowledge.configuration.ConfigurationKey;
import org.wenshu.knowledge.configuration.ConfigurationStore;

/**
 * Running flows and the blueprints to start more. They live in the configuration, types {@code
 * flow} and {@code flow-blueprint}, so that they are the same on every node. Thread-safe.
 */
public final class Flows {
  private static final String FLOW = "flow";
  private static final String BLUEPRINT = "flow-blueprint";
  private static final Duration FRESH = Duration.ofSeconds(1);
  private static final int MOST_KEPT = 1_000;

  private final ConfigurationStore store;
  private final FlowParameters parameters;
  private final Cache<String, JsonNode> running =
      Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterWrite(FRESH).build();

  /** Flows kept in that configuration. */
  public Flows(ConfigurationStore store) {
    this.store = store;
    this.parameters = new FlowParameters(store);
  }

  /** Whether a flow offers an interface. */
  public enum Offer {
    OFFERED,
    UNKNOWN_FLOW,
    NOT_OFFERED
  }

  /**
   * Whether that flow runs and offers that service or store, such as {@code graph-rag} or {@code
   * triples-store}. A flow stopped on another node is offered for one more second at most.
   */
  public Offer offers(String flow, String name) {
    JsonNode definition =
        running.get(
            flow,
            id -> store.find(new ConfigurationKey(FLOW, id)).map(FlowJson::read).orElse(null));
    if (definition == null) {
      return Offer.UNKNOWN_FLOW;
    }
    return definition.path("interfaces").has(name) ? Offer.OFFERED : Offer.NOT_OFFERED;
  }

  /** The ids of all flows. */
  public List<String> list() {
    return names(FLOW);
  }

  /** The definition of a running flow, a JSON object as text. */
  public Optional<String> find(String flow) {
    return store.find(new ConfigurationKey(FLOW, flow));
  }

  /** Starts a flow. */
  public void start(FlowStart start) {
    JsonNode blueprint =
        blueprint(start.blueprint()).map(FlowJson::read).orElseThrow(() -> unknown(start));
    Map<String, String> values = parameters.resolve(blueprint, start.parameters());
    Map<String, String> placeholders = new HashMap<>(values);
    placeholders.put("id", start.flow());
    placeholders.put("blueprint", start.blueprint());
    placeholders.put("class", start.blueprint());
    ObjectNode flow = FlowJson.object();
    flow.put("blueprint-name", start.blueprint());
    flow.put("class-name", start.blueprint());
    flow.put("description", start.description());
    ObjectNode kept = flow.putObject("parameters");
    values.forEach(kept::put);
    JsonNode interfaces = blueprint.path("interfaces");
    flow.set(
        "interfaces",
        interfaces.isObject() ? FlowJson.filled(interfaces, placeholders) : FlowJson.object());
    if (!store.add(new ConfigurationEntry(FLOW, start.flow(), flow.toString()))) {
      throw new FlowException(
          "流程 " + start.flow() + " 已在运行", "The flow " + start.flow() + " is running already");
    }
  }

  /** Stops a flow. */
  public void stop(String flow) {
    if (find(flow).isEmpty()) {
      throw unknownFlow(flow);
    }
    var unused = store.delete(List.of(new ConfigurationKey(FLOW, flow)));
    running.invalidate(flow);
  }

  /** The names of all blueprints. */
  public List<String> blueprints() {
    return names(BLUEPRINT);
  }

  /** The definition of a blueprint, a JSON object as text. */
  public Optional<String> blueprint(String name) {
    return store.find(new ConfigurationKey(BLUEPRINT, name));
  }

  /** Keeps a blueprint, in the place of one of that name. */
  public void putBlueprint(String name, String definition) {
    if (!FlowJson.read(definition).isObject() || FlowJson.read(definition).isEmpty()) {
      throw new FlowException("蓝图必须是 JSON 对象", "A blueprint must be a JSON object");
    }
    var unused = store.put(List.of(new ConfigurationEntry(BLUEPRINT, name, definition)));
  }

  /** Removes a blueprint; flows made of it go on. */
  public void deleteBlueprint(String name) {
    if (blueprint(name).isEmpty()) {
      throw unknownBlueprint(name);
    }
    var unused = store.delete(List.of(new ConfigurationKey(BLUEPRINT, name)));
  }

  /** What is thrown where an unknown flow is named. */
  public static FlowException unknownFlow(String flow) {
    return new FlowException("流程 " + flow + " 不存在", "There is no flow " + flow);
  }

  /** What is thrown where an unknown blueprint is named. */
  public static FlowException unknownBlueprint(String name) {
    return new FlowException("蓝图 " + name + " 不存在", "There is no blueprint " + name);
  }

  private static FlowException unknown(FlowStart start) {
    return unknownBlueprint(start.blueprint());
  }

  private List<String> names(String type) {
    return store.ofType(type).stream().map(entry -> entry.name().key()).toList();
  }
}
