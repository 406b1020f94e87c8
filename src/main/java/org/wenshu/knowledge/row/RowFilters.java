package org.wenshu.knowledge.row;

import graphql.Scalars;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLScalarType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.wenshu.knowledge.RowSelection.Comparison;
import org.wenshu.knowledge.RowSelection.Condition;

/** How the values of rows are typed and filtered in GraphQL. */
final class RowFilters {
  private static final Map<String, Comparison> COMPARISONS =
      Map.ofEntries(
          Map.entry("eq", Comparison.EQUAL),
          Map.entry("not", Comparison.NOT_EQUAL),
          Map.entry("gt", Comparison.GREATER),
          Map.entry("gte", Comparison.GREATER_OR_EQUAL),
          Map.entry("lt", Comparison.LESS),
          Map.entry("lte", Comparison.LESS_OR_EQUAL),
          Map.entry("in", Comparison.IN),
          Map.entry("not_in", Comparison.NOT_IN),
          Map.entry("contains", Comparison.CONTAINS),
          Map.entry("startsWith", Comparison.STARTS_WITH),
          Map.entry("endsWith", Comparison.ENDS_WITH));
  private static final List<String> SINGLE = List.of("eq", "not", "gt", "gte", "lt", "lte");
  private static final List<String> OF_TEXT = List.of("contains", "startsWith", "endsWith");

  private static final Map<String, GraphQLInputObjectType> FILTERS =
      Map.of(
          "String", filter(Scalars.GraphQLString),
          "Int", filter(Scalars.GraphQLInt),
          "Long", filter(LongScalar.TYPE),
          "Float", filter(Scalars.GraphQLFloat),
          "Boolean", filter(Scalars.GraphQLBoolean));

  private RowFilters() {}

  static GraphQLScalarType scalar(RowField field) {
    return switch (field.type()) {
      case "integer" -> Scalars.GraphQLInt;
      case "long" -> LongScalar.TYPE;
      case "float", "double" -> Scalars.GraphQLFloat;
      case "boolean" -> Scalars.GraphQLBoolean;
      default -> Scalars.GraphQLString;
    };
  }

  static GraphQLInputObjectType of(RowField field) {
    return FILTERS.get(scalar(field).getName());
  }

  /** What a filter asks of a field. */
  static List<Condition> conditions(RowField field, Map<String, Object> filter) {
    List<Condition> conditions = new ArrayList<>();
    filter.forEach(
        (name, value) -> {
          List<String> values =
              value instanceof List<?> list
                  ? list.stream().map(String::valueOf).toList()
                  : List.of(String.valueOf(value));
          conditions.add(
              new Condition(field.name(), COMPARISONS.get(name), field.isNumeric(), values));
        });
    return conditions;
  }

  private static GraphQLInputObjectType filter(GraphQLScalarType scalar) {
    GraphQLInputObjectType.Builder filter =
        GraphQLInputObjectType.newInputObject().name(scalar.getName() + "Filter");
    for (String name : SINGLE) {
      filter.field(GraphQLInputObjectField.newInputObjectField().name(name).type(scalar).build());
    }
    for (String name : List.of("in", "not_in")) {
      filter.field(
          GraphQLInputObjectField.newInputObjectField()
              .name(name)
              .type(GraphQLList.list(scalar))
              .build());
    }
    if (scalar.equals(Scalars.GraphQLString)) {
      for (String name : OF_TEXT) {
        filter.field(GraphQLInputObjectField.newInputObjectField().name(name).type(scalar).build());
      }
    }
    return filter.build();
  }
}
