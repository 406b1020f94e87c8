/**
 * The endpoint at {@code /ws}: one socket, messages told apart by {@code type}, rendered as the
 * contract of the text2sql stream demands.
 */
package org.wenshu.protocol.ws;
