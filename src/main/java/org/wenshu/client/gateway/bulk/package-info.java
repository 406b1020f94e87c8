/**
 * Imports and exports of any size, each over a socket of its own and in constant memory (contract,
 * sections 5 and 6.5).
 */
package org.wenshu.client.gateway.bulk;
