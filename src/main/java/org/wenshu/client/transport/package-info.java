/**
 * What all doors stand on: one HTTP client, one timer and the sockets that are opened with them.
 * For writers of doors; who only asks never meets these classes.
 */
package org.wenshu.client.transport;
