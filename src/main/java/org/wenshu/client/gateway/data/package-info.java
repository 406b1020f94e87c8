/**
 * What the gateway takes and gives: values, triples, chunks of a stream, metadata, results.
 * Everything here is immutable.
 */
package org.wenshu.client.gateway.data;
