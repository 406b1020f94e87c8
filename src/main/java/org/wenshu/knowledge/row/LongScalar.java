package org.wenshu.knowledge.row;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLScalarType;
import java.util.Locale;

/** Whole numbers of 64 bits, which GraphQL itself does not have. */
final class LongScalar implements Coercing<Long, Long> {
  static final GraphQLScalarType TYPE =
      GraphQLScalarType.newScalar()
          .name("Long")
          .description("A whole number of 64 bits")
          .coercing(new LongScalar())
          .build();

  private LongScalar() {}

  @Override
  public Long serialize(Object value, GraphQLContext context, Locale locale) {
    try {
      return Long.valueOf(value.toString());
    } catch (NumberFormatException e) {
      throw new CoercingSerializeException("Not a whole number: " + value, e);
    }
  }

  @Override
  public Long parseValue(Object value, GraphQLContext context, Locale locale) {
    try {
      return Long.valueOf(value.toString());
    } catch (NumberFormatException e) {
      throw new CoercingParseValueException("Not a whole number: " + value, e);
    }
  }

  @Override
  public Long parseLiteral(
      Value<?> literal, CoercedVariables variables, GraphQLContext context, Locale locale) {
    if (literal instanceof IntValue number) {
      return number.getValue().longValueExact();
    }
    if (literal instanceof StringValue text) {
      return parseValue(text.getValue(), context, locale);
    }
    throw new CoercingParseLiteralException("Not a whole number: " + literal);
  }
}
