package org.wenshu.protocol.gateway.library;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.wenshu.error.WenshuException;
import org.wenshu.knowledge.CollectionChange;
import org.wenshu.knowledge.CollectionId;
import org.wenshu.knowledge.KnowledgeCollections;
import org.wenshu.knowledge.flow.Flows;
import org.wenshu.knowledge.library.Library;
import org.wenshu.knowledge.library.LibraryDocument;
import org.wenshu.knowledge.library.LoadedText;
import org.wenshu.knowledge.library.Processing;
import org.wenshu.knowledge.library.TextLoader;
import org.wenshu.protocol.gateway.service.ErrorKind;
import org.wenshu.protocol.gateway.service.Fields;
import org.wenshu.protocol.gateway.service.GatewayService;
import org.wenshu.protocol.gateway.service.Operations;
import org.wenshu.protocol.gateway.service.ServiceCall;
import org.wenshu.protocol.gateway.service.ServiceException;

/** {@code librarian} (contract, section 1.6). Thread-safe. */
public final class LibrarianService {
  private static final String METADATA = "document-metadata";

  private final Library library;
  private final KnowledgeCollections collections;
  private final Flows flows;
  private final TextLoader loader;

  private LibrarianService(
      Library library, KnowledgeCollections collections, Flows flows, TextLoader loader) {
    this.library = library;
    this.collections = collections;
    this.flows = flows;
    this.loader = loader;
  }

  /** The service over that library, whose documents go to flows by that loader. */
  public static GatewayService over(
      Library library, KnowledgeCollections collections, Flows flows, TextLoader loader) {
    LibrarianService service = new LibrarianService(library, collections, flows, loader);
    Map<String, Function<ServiceCall, ObjectNode>> operations = new HashMap<>();
    operations.put("add-document", service::add);
    operations.put("list-documents", service::list);
    operations.put("get-document", service::get);
    operations.put("get-document-metadata", service::get);
    operations.put("get-document-content", service::content);
    operations.put("update-document", service::update);
    operations.put("remove-document", service::remove);
    operations.put("add-processing", service::process);
    operations.put("start-processing", service::process);
    operations.put("remove-processing", service::stop);
    operations.put("stop-processing", service::stop);
    operations.put("list-processing", service::processings);
    return new Operations("librarian", ErrorKind.UNEXPECTED, operations);
  }

  private ObjectNode add(ServiceCall call) {
    LibraryDocument document = LibrarianJson.document(call.fields().object(METADATA));
    if (!document.kind().startsWith("text/") && !document.kind().equals("application/pdf")) {
      throw Fields.invalid("kind", "不受支持", "is not supported");
    }
    if (!library.add(document, Payload.bytes(call.fields().present("content")))) {
      throw ServiceException.of(
          ErrorKind.UNEXPECTED, "文档已存在", "The document " + document.id() + " is there already");
    }
    return ServiceCall.object();
  }

  private ObjectNode list(ServiceCall call) {
    ObjectNode answer = ServiceCall.object();
    ArrayNode list = answer.putArray("document-metadatas");
    library.documents(call.fields().user()).forEach(d -> list.add(LibrarianJson.json(d)));
    return answer;
  }

  private ObjectNode get(ServiceCall call) {
    ObjectNode answer = ServiceCall.object();
    String id = LibrarianJson.id(call.fields(), "document-id");
    answer.set(METADATA, LibrarianJson.json(found(call.fields().user(), id)));
    return answer;
  }

  private ObjectNode content(ServiceCall call) {
    String user = call.fields().user();
    String id = LibrarianJson.id(call.fields(), "document-id");
    byte[] content = library.content(user, id).orElseThrow(() -> unknown(id));
    return ServiceCall.object().put("content", Base64.getEncoder().encodeToString(content));
  }

  private ObjectNode update(ServiceCall call) {
    Fields fields = call.fields().object(METADATA);
    boolean byDocumentId = !fields.node("document-id").isMissingNode();
    String id = LibrarianJson.id(fields, byDocumentId ? "document-id" : "id");
    LibraryDocument changed = LibrarianJson.changed(found(fields.user(), id), fields);
    if (!library.update(changed)) {
      throw unknown(id);
    }
    ObjectNode answer = ServiceCall.object();
    answer.set(METADATA, LibrarianJson.json(changed));
    return answer;
  }

  private ObjectNode remove(ServiceCall call) {
    String id = LibrarianJson.id(call.fields(), "document-id");
    if (!library.remove(call.fields().user(), id)) {
      throw unknown(id);
    }
    return ServiceCall.object();
  }

  private ObjectNode process(ServiceCall call) {
    Processing processing = LibrarianJson.processing(call.fields().object("processing-metadata"));
    LibraryDocument document = found(processing.owner(), processing.document());
    if (flows.offers(processing.flow(), "text-load") != Flows.Offer.OFFERED) {
      throw Flows.unknownFlow(processing.flow());
    }
    if (document.id().length() > LoadedText.MAX_ID) {
      throw Fields.invalid("document-id", "过长", "is too long");
    }
    byte[] content =
        library
            .content(processing.owner(), processing.document())
            .orElseThrow(() -> unknown(processing.document()));
    String text = Payload.text(content, document.kind(), StandardCharsets.UTF_8.name());
    if (!library.add(processing)) {
      throw ServiceException.of(
          ErrorKind.UNEXPECTED, "该处理已存在", "There is a processing " + processing.id() + " already");
    }
    CollectionId collection = CollectionId.of(processing.owner(), processing.collection());
    var unused =
        collections.update(
            collection, new CollectionChange(Optional.empty(), Optional.empty(), Optional.empty()));
    try {
      loader.load(new LoadedText(document.id(), text, collection, document.metadata()));
    } catch (WenshuException refused) {
      forget(processing);
      throw refused;
    }
    return ServiceCall.object();
  }

  private void forget(Processing processing) {
    var unused = library.removeProcessing(processing.owner(), processing.id());
  }

  private ObjectNode stop(ServiceCall call) {
    String id = LibrarianJson.id(call.fields(), "processing-id");
    if (!library.removeProcessing(call.fields().user(), id)) {
      throw ServiceException.of(ErrorKind.UNEXPECTED, "没有处理 " + id, "There is no processing " + id);
    }
    return ServiceCall.object();
  }

  private ObjectNode processings(ServiceCall call) {
    ObjectNode answer = ServiceCall.object();
    ArrayNode list = answer.putArray("processing-metadatas");
    library.processings(call.fields().user()).forEach(p -> list.add(LibrarianJson.json(p)));
    return answer;
  }

  private LibraryDocument found(String owner, String id) {
    return library.find(owner, id).orElseThrow(() -> unknown(id));
  }

  private static ServiceException unknown(String id) {
    return ServiceException.of(ErrorKind.UNEXPECTED, "没有文档 " + id, "There is no document " + id);
  }
}
