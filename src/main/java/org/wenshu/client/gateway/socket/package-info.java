/** Calls over one shared socket: many at once, told apart by their ids. */
package org.wenshu.client.gateway.socket;
