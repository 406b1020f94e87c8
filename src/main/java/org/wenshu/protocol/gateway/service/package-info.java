/**
 * What can be asked of the gateway, one class for each kind of service (contract of the gateway,
 * sections 1.4 to 1.8 and 4). REST and the socket call them through {@link
 * org.wenshu.protocol.gateway.service.ServiceCalls}.
 */
package org.wenshu.protocol.gateway.service;
