/** The gateway over HTTP (contract of the gateway, sections 1.2 and 1.3). */
package org.wenshu.protocol.gateway.rest;
