/** Writing HTTP bodies, shared by all dialects. */
package org.wenshu.protocol.http;
