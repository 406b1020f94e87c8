/** Collections, cores, and documents on their way in (contract, sections 1.6 to 1.8 and 4.16). */
package org.wenshu.protocol.gateway.library;
