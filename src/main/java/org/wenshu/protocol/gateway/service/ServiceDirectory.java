package org.wenshu.protocol.gateway.service;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.wenshu.knowledge.flow.Flows;

/** Finds the service of a request (contract, sections 1.2 and 3.5). Thread-safe. */
public final class ServiceDirectory {
  private final Flows flows;
  private final Map<String, GatewayService> global;
  private final Map<String, GatewayService> ofFlows;

  /**
   * A directory of these services.
   *
   * @param global those that belong to no flow
   * @param ofFlows those that flows offer
   */
  public ServiceDirectory(Flows flows, List<GatewayService> global, List<GatewayService> ofFlows) {
    this.flows = flows;
    this.global = byKind(global);
    this.ofFlows = byKind(ofFlows);
  }

  /**
   * The service that is asked.
   *
   * @throws ServiceException with {@code gateway-error} when there is none
   */
  GatewayService find(ServiceRequest request) {
    String kind = request.kind();
    if (request.flow().isEmpty()) {
      return found(global.get(kind), kind);
    }
    String flow = request.flow().get();
    Flows.Offer offer = flows.offers(flow, kind);
    if (offer == Flows.Offer.UNKNOWN_FLOW) {
      throw refusal("没有流程 " + flow, "There is no flow " + flow);
    }
    GatewayService service = found(ofFlows.get(kind), kind);
    if (offer == Flows.Offer.NOT_OFFERED) {
      throw refusal(
          "流程 " + flow + " 不提供 " + kind, "The flow " + flow + " does not support " + kind);
    }
    return service;
  }

  /** The name of the service for counting; unknown ones share one. */
  String label(String kind) {
    return ofFlows.containsKey(kind) || global.containsKey(kind) ? kind : "unknown";
  }

  /** The kinds of all services, in alphabetical order. */
  public List<String> kinds() {
    return java.util.stream.Stream.concat(global.keySet().stream(), ofFlows.keySet().stream())
        .distinct()
        .sorted()
        .toList();
  }

  private static GatewayService found(GatewayService service, String kind) {
    if (service == null) {
      throw refusal("没有服务 " + kind, "There is no service " + kind);
    }
    return service;
  }

  private static ServiceException refusal(String chinese, String english) {
    return ServiceException.of(ErrorKind.GATEWAY, chinese, english);
  }

  private static Map<String, GatewayService> byKind(List<GatewayService> services) {
    return services.stream()
        .collect(Collectors.toUnmodifiableMap(GatewayService::kind, Function.identity()));
  }
}
