/**
 * The gateway on {@code /api/v1} (contract of the gateway, sections 1 and 2): the gate in front of
 * all its paths, its settings, and where its parts meet.
 */
package org.wenshu.protocol.gateway;
