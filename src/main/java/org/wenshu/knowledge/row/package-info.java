/**
 * What imported rows are rows of, and GraphQL over them (contract of the gateway, section 4.13).
 */
package org.wenshu.knowledge.row;
