package org.wenshu.protocol.gateway;

import org.wenshu.knowledge.flow.Flows;
import org.wenshu.protocol.gateway.service.ServiceCalls;
import org.wenshu.security.Authentication;

/**
 * The parts that the paths of the gateway are made of. Immutable.
 *
 * @param config settings
 * @param authentication who may come in
 * @param flows what runs
 * @param calls how services are called
 */
public record GatewayServices(
    GatewayConfig config, Authentication authentication, Flows flows, ServiceCalls calls) {}
