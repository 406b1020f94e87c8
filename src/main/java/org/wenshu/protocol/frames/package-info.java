/**
 * Sending on WebSockets, shared by all dialects: one bounded queue and one writer at a time for
 * each connection, in the way that is cheapest on each server; stalled clients are let go, silent
 * ones are pinged.
 */
package org.wenshu.protocol.frames;
