/** Services that answer with data (contract, sections 4.7 to 4.15). */
package org.wenshu.protocol.gateway.data;
