/** What the dialects share in writing JSON: names of members, and the bytes that a text takes. */
package org.wenshu.protocol.json;
