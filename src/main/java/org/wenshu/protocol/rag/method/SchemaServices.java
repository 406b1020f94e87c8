package org.wenshu.protocol.rag.method;

import org.wenshu.schema.SchemaSearch;
import org.wenshu.schema.details.SchemaDescriber;
import org.wenshu.schema.search.SimilarTables;

/** What is known of the schema, and by whom. */
public record SchemaServices(
    VisibleSchema visible, SchemaDescriber describer, SchemaSearch search, SimilarTables similar) {}
