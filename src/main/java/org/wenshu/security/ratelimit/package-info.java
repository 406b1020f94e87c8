/** Limits how often somebody may ask (contract of the RAG query protocol, section 10). */
package org.wenshu.security.ratelimit;
