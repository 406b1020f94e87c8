package org.wenshu.knowledge;

/**
 * A row that was imported.
 *
 * @param schema what it is a row of
 * @param json its values: one JSON object of texts by name
 * @param confidence how sure its source is of it
 * @param sourceSpan where it was found; empty when that is not known
 */
public record StoredRow(String schema, String json, double confidence, String sourceSpan) {}
