package org.wenshu.knowledge.row;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wenshu.knowledge.CollectionId;
import org.wenshu.knowledge.RowSelection;
import org.wenshu.knowledge.RowSelection.Condition;
import org.wenshu.knowledge.RowSelection.Order;
import org.wenshu.knowledge.RowStore;
import org.wenshu.knowledge.StoredRow;

/** Finds the rows of one root field by one parameterised statement. Thread-safe. */
final class RowFetcher implements DataFetcher<List<Map<String, Object>>> {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int MOST = 10_000;

  /** How many rows there are where nothing is said. */
  static final int STANDARD = 100;

  private final RowStore rows;
  private final RowSchema schema;

  RowFetcher(RowStore rows, RowSchema schema) {
    this.rows = rows;
    this.schema = schema;
  }

  @Override
  public List<Map<String, Object>> get(DataFetchingEnvironment environment) {
    CollectionId collection = environment.getGraphQlContext().get(CollectionId.class);
    Integer given = environment.getArgument("limit");
    int limit = given == null ? STANDARD : given;
    if (limit < 1) {
      return List.of();
    }
    RowSelection selection =
        new RowSelection(
            schema.name(), conditions(environment), order(environment), Math.min(limit, MOST));
    return rows.select(collection, selection).stream().map(this::values).toList();
  }

  private List<Condition> conditions(DataFetchingEnvironment environment) {
    Map<String, Map<String, Object>> where = environment.getArgument("where");
    List<Condition> conditions = new ArrayList<>();
    if (where != null) {
      for (RowField field : schema.fields()) {
        Map<String, Object> filter = where.get(field.name());
        if (filter != null) {
          conditions.addAll(RowFilters.conditions(field, filter));
        }
      }
    }
    return conditions;
  }

  private Optional<Order> order(DataFetchingEnvironment environment) {
    String by = environment.getArgument("order_by");
    boolean descending = "DESC".equals(environment.<Object>getArgument("direction"));
    return schema.fields().stream()
        .filter(field -> field.name().equals(by))
        .findFirst()
        .map(field -> new Order(field.name(), field.isNumeric(), descending));
  }

  private Map<String, Object> values(StoredRow row) {
    JsonNode json;
    try {
      json = MAPPER.readTree(row.json());
    } catch (JsonProcessingException damaged) {
      throw new UncheckedIOException(damaged);
    }
    Map<String, Object> values = new HashMap<>();
    for (RowField field : schema.fields()) {
      JsonNode value = json.path(field.name());
      values.put(
          field.name(), value.isMissingNode() || value.isNull() ? null : value(field, value));
    }
    return values;
  }

  private static Object value(RowField field, JsonNode value) {
    String text = value.asText();
    return field.type().equals("boolean")
        ? text.equalsIgnoreCase("true") || text.equals("1")
        : text;
  }
}
