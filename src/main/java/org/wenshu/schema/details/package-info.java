/**
 * What can be told of a schema beyond what questions need: engines, defaults, indexes, rules of
 * foreign keys, relationships. Everything is told in terms of a snapshot that holds only what the
 * caller may know.
 */
package org.wenshu.schema.details;
