package org.wenshu.schema.search;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.wenshu.schema.Column;

/** What is indexed of a column on its own. */
enum ElementField {
  COLUMN_NAME,
  COLUMN_COMMENT;

  static Document document(Column column, FieldType type) {
    Document document = new Document();
    document.add(new Field(COLUMN_NAME.name(), IdentifierWords.of(column.name()), type));
    document.add(new Field(COLUMN_COMMENT.name(), column.comment(), type));
    return document;
  }
}
