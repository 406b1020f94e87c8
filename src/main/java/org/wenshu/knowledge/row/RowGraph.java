package org.wenshu.knowledge.row;

import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.Scalars;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.wenshu.knowledge.CollectionId;
import org.wenshu.knowledge.RowStore;

/**
 * GraphQL over the imported rows: one root field for each kind of row. Kinds and values whose names
 * GraphQL cannot spell are left out. Thread-safe.
 */
public final class RowGraph {
  private static final Pattern NAME = Pattern.compile("(?!__)[_A-Za-z][_0-9A-Za-z]*");
  private static final GraphQLEnumType DIRECTION =
      GraphQLEnumType.newEnum().name("Direction").value("ASC").value("DESC").build();

  private final RowStore rows;
  private final RowSchemas schemas;
  private volatile Built built = new Built(-1, Optional.empty());

  /** GraphQL over those rows. */
  public RowGraph(RowStore rows, RowSchemas schemas) {
    this.rows = rows;
    this.schemas = schemas;
  }

  /** What was asked for. */
  public record Request(String query, Map<String, Object> variables, Optional<String> operation) {}

  private record Built(long version, Optional<GraphQL> graph) {}

  /** The result as GraphQL writes it; empty when no kind of row is configured. */
  public Optional<Map<String, Object>> answer(CollectionId collection, Request request) {
    return current()
        .map(
            graph ->
                graph
                    .execute(
                        ExecutionInput.newExecutionInput(request.query())
                            .operationName(request.operation().orElse(null))
                            .variables(request.variables())
                            .graphQLContext(Map.of(CollectionId.class, collection))
                            .build())
                    .toSpecification());
  }

  private Optional<GraphQL> current() {
    long version = schemas.version();
    Built known = built;
    if (known.version() != version) {
      known = new Built(version, build());
      built = known;
    }
    return known.graph();
  }

  private Optional<GraphQL> build() {
    List<RowSchema> usable =
        schemas.all().stream().filter(RowGraph::isUsable).map(RowGraph::withUsableFields).toList();
    if (usable.isEmpty()) {
      return Optional.empty();
    }
    GraphQLObjectType.Builder query = GraphQLObjectType.newObject().name("Query");
    GraphQLCodeRegistry.Builder code = GraphQLCodeRegistry.newCodeRegistry();
    for (RowSchema schema : usable) {
      query.field(root(schema));
      code.dataFetcher(
          FieldCoordinates.coordinates("Query", schema.name()), new RowFetcher(rows, schema));
    }
    return Optional.of(
        GraphQL.newGraphQL(
                GraphQLSchema.newSchema().query(query).codeRegistry(code.build()).build())
            .build());
  }

  private static GraphQLFieldDefinition root(RowSchema schema) {
    GraphQLObjectType.Builder row =
        GraphQLObjectType.newObject()
            .name(schema.name() + "_row")
            .description(schema.description());
    GraphQLInputObjectType.Builder where =
        GraphQLInputObjectType.newInputObject().name(schema.name() + "_where");
    for (RowField field : schema.fields()) {
      GraphQLScalarType scalar = RowFilters.scalar(field);
      GraphQLOutputType type = field.required() ? GraphQLNonNull.nonNull(scalar) : scalar;
      row.field(GraphQLFieldDefinition.newFieldDefinition().name(field.name()).type(type).build());
      where.field(
          GraphQLInputObjectField.newInputObjectField()
              .name(field.name())
              .type(RowFilters.of(field))
              .build());
    }
    return GraphQLFieldDefinition.newFieldDefinition()
        .name(schema.name())
        .description(schema.description())
        .type(GraphQLNonNull.nonNull(GraphQLList.list(GraphQLNonNull.nonNull(row.build()))))
        .argument(GraphQLArgument.newArgument().name("where").type(where.build()).build())
        .argument(
            GraphQLArgument.newArgument().name("order_by").type(Scalars.GraphQLString).build())
        .argument(GraphQLArgument.newArgument().name("direction").type(DIRECTION).build())
        .argument(
            GraphQLArgument.newArgument()
                .name("limit")
                .type(Scalars.GraphQLInt)
                .defaultValueProgrammatic(RowFetcher.STANDARD)
                .build())
        .build();
  }

  private static boolean isUsable(RowSchema schema) {
    return NAME.matcher(schema.name()).matches()
        && schema.fields().stream().anyMatch(field -> NAME.matcher(field.name()).matches());
  }

  private static RowSchema withUsableFields(RowSchema schema) {
    List<RowField> fields =
        schema.fields().stream().filter(field -> NAME.matcher(field.name()).matches()).toList();
    return new RowSchema(schema.name(), schema.description(), fields);
  }
}
