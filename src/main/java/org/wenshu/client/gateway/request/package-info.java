/**
 * What can be asked of a flow. Requests are immutable: each method gives another request. They are
 * the bodies of the contract, so that every way sends the same.
 */
package org.wenshu.client.gateway.request;
