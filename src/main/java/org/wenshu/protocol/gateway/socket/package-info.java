/** The multiplexed socket (contract of the gateway, section 3). */
package org.wenshu.protocol.gateway.socket;
