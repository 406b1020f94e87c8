/** Calls over HTTP. */
package org.wenshu.client.gateway.rest;
