/**
 * The command line of the client: asks, follows the feed, shows the schema, imports and exports.
 * Tables and progress are for terminals; what goes into a pipe is JSON, one object a line.
 */
package org.wenshu.client.cli;
