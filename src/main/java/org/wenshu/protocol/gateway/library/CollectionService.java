package org.wenshu.protocol.gateway.library;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wenshu.knowledge.CollectionChange;
import org.wenshu.knowledge.CollectionId;
import org.wenshu.knowledge.CollectionInfo;
import org.wenshu.knowledge.KnowledgeCollections;
import org.wenshu.knowledge.library.TextLoader;
import org.wenshu.protocol.gateway.service.ErrorKind;
import org.wenshu.protocol.gateway.service.Fields;
import org.wenshu.protocol.gateway.service.GatewayService;
import org.wenshu.protocol.gateway.service.Operations;
import org.wenshu.protocol.gateway.service.ServiceCall;

/** {@code collection-management} (contract, section 1.8). Thread-safe. */
public final class CollectionService {
  private final KnowledgeCollections collections;
  private final TextLoader loader;

  private CollectionService(KnowledgeCollections collections, TextLoader loader) {
    this.collections = collections;
    this.loader = loader;
  }

  /** The service over these collections, into which that loader brings texts. */
  public static GatewayService over(KnowledgeCollections collections, TextLoader loader) {
    CollectionService service = new CollectionService(collections, loader);
    return new Operations(
        "collection-management",
        ErrorKind.UNEXPECTED,
        Map.of(
            "list-collections", service::list,
            "update-collection", service::update,
            "delete-collection", service::delete));
  }

  private ObjectNode list(ServiceCall call) {
    Fields fields = call.fields();
    Set<String> tags = Set.copyOf(fields.texts("tag-filter"));
    int limit = fields.number("limit", 0, 0, Integer.MAX_VALUE);
    return told(collections.list(fields.user(), tags, limit));
  }

  private ObjectNode update(ServiceCall call) {
    Fields fields = call.fields();
    Optional<List<String>> tags =
        fields.node("tags").isMissingNode() ? Optional.empty() : Optional.of(fields.texts("tags"));
    CollectionChange change =
        new CollectionChange(fields.text("name"), fields.text("description"), tags);
    return told(List.of(collections.update(id(fields), change)));
  }

  private ObjectNode delete(ServiceCall call) {
    CollectionId id = id(call.fields());
    loader.forget(id);
    collections.delete(id);
    return timed();
  }

  private static CollectionId id(Fields fields) {
    var unused = fields.required("collection");
    return CollectionId.of(fields.user(), fields.collection());
  }

  private static ObjectNode told(List<CollectionInfo> infos) {
    ObjectNode answer = timed();
    ArrayNode list = answer.putArray("collections");
    for (CollectionInfo info : infos) {
      ObjectNode one =
          list.addObject()
              .put("user", info.id().user())
              .put("collection", info.id().name())
              .put("name", info.name())
              .put("description", info.description());
      info.tags().forEach(one.putArray("tags")::add);
    }
    return answer;
  }

  private static ObjectNode timed() {
    return ServiceCall.object()
        .put("timestamp", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
  }
}
