package org.wenshu.client.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.wenshu.client.gateway.call.Call;
import org.wenshu.client.gateway.call.GatewayJson;
import org.wenshu.client.gateway.call.ResponseReader;
import org.wenshu.client.gateway.call.Route;
import org.wenshu.client.gateway.data.CollectionMetadata;

/** What is sent to manage collections (contract, section 1.8). */
final class CollectionCalls {
  private static final Route ROUTE = Route.global("collection-management");

  private CollectionCalls() {}

  static Call<List<CollectionMetadata>> list(String user, List<String> tags) {
    ObjectNode body = GatewayJson.operation("list-collections").put("user", user);
    if (!tags.isEmpty()) {
      body.set("tag_filter", GatewayJson.texts(tags));
    }
    return call(body, CollectionCalls::collections);
  }

  static Call<Optional<CollectionMetadata>> update(
      String user, String collection, CollectionUpdate update) {
    ObjectNode body = named("update-collection", user, collection);
    update.name().ifPresent(name -> body.put("name", name));
    update.description().ifPresent(description -> body.put("description", description));
    update.tags().ifPresent(tags -> body.set("tags", GatewayJson.texts(tags)));
    return call(body, answer -> collections(answer).stream().findFirst());
  }

  static Call<Void> delete(String user, String collection) {
    return call(named("delete-collection", user, collection), answer -> null);
  }

  private static ObjectNode named(String operation, String user, String collection) {
    return GatewayJson.operation(operation).put("user", user).put("collection", collection);
  }

  private static List<CollectionMetadata> collections(JsonNode answer) {
    return GatewayJson.list(answer, "collections", CollectionCalls::collection);
  }

  private static CollectionMetadata collection(JsonNode node) {
    return new CollectionMetadata(
        GatewayJson.needText(node, "user"),
        GatewayJson.needText(node, "collection"),
        GatewayJson.needText(node, "name"),
        GatewayJson.text(node, "description"),
        GatewayJson.list(node, "tags", JsonNode::asText));
  }

  private static <T> Call<T> call(ObjectNode body, ResponseReader<T> reader) {
    return new Call<>(ROUTE, body, false, reader);
  }
}
