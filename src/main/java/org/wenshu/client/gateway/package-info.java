/**
 * The gateway's door of the client: flows and their services over HTTP and over one shared socket,
 * the library, knowledge cores, collections, configuration, bulk transfer and metrics. Each class
 * that waits has a twin that does not, with the same methods.
 */
package org.wenshu.client.gateway;
