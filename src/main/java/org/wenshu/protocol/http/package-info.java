/** What dialects share of HTTP: writing bodies, and putting gated endpoints on their paths. */
package org.wenshu.protocol.http;
