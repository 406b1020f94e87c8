package org.wenshu.config;

import java.util.List;
import org.wenshu.protocol.gateway.service.GatewayService;

/**
 * The services of the gateway.
 *
 * @param global those that belong to no flow
 * @param ofFlows those that flows offer
 */
record GatewayKinds(List<GatewayService> global, List<GatewayService> ofFlows) {}
