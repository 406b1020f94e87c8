/** What dialects share of HTTP: bodies, gated endpoints, and the classes that a stop takes. */
package org.wenshu.protocol.http;
