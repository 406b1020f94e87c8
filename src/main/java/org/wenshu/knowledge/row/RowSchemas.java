package org.wenshu.knowledge.row;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.wenshu.knowledge.configuration.ConfigurationEntry;
import org.wenshu.knowledge.configuration.ConfigurationStore;

/** Reads the kinds of rows from the configuration; what is no schema is left out. Thread-safe. */
public final class RowSchemas {
  private static final Logger LOG = Logger.getLogger(RowSchemas.class.getName());
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final ConfigurationStore store;

  /** The schemas of that configuration. */
  public RowSchemas(ConfigurationStore store) {
    this.store = store;
  }

  /** Which configuration they are of. */
  public long version() {
    return store.version();
  }

  /** All of them, in the order of their names. */
  public List<RowSchema> all() {
    List<RowSchema> schemas = new ArrayList<>();
    for (ConfigurationEntry entry : store.ofType("schema")) {
      try {
        schemas.add(schema(entry.name().key(), MAPPER.readTree(entry.value())));
      } catch (JsonProcessingException e) {
        LOG.log(Level.WARNING, "Schema {0} is no JSON", entry.name().key());
      }
    }
    return schemas;
  }

  private static RowSchema schema(String key, JsonNode json) {
    List<RowField> fields = new ArrayList<>();
    for (JsonNode field : json.path("fields")) {
      String type = field.path("type").asText("string").toLowerCase(Locale.ROOT);
      boolean required =
          field.path("required").asBoolean() || field.path("primary_key").asBoolean();
      fields.add(new RowField(field.path("name").asText(""), type, required));
    }
    return new RowSchema(
        json.path("name").asText(key), json.path("description").asText(""), fields);
  }
}
