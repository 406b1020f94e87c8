/**
 * Keeps the catalogue in Wenshu's own tables, through JPA. The only transactions of the schema
 * component begin and end here.
 */
package org.wenshu.schema.store;
