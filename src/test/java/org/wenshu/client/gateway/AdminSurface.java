package org.wenshu.client.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.wenshu.client.gateway.call.GatewayJson;
import org.wenshu.client.gateway.data.CollectionMetadata;
import org.wenshu.client.gateway.data.ConfigKey;
import org.wenshu.client.gateway.data.ConfigSnapshot;
import org.wenshu.client.gateway.data.ConfigValue;
import org.wenshu.client.gateway.data.CorePart;
import org.wenshu.client.gateway.data.Document;
import org.wenshu.client.gateway.data.DocumentMetadata;
import org.wenshu.client.gateway.data.EntityEmbeddings;
import org.wenshu.client.gateway.data.FlowDefinition;
import org.wenshu.client.gateway.data.ProcessingMetadata;
import org.wenshu.client.gateway.data.Triple;
import org.wenshu.client.json.Json;

/** The tables of sections 6.2 and 6.6: what each call sends, is answered, and reads. */
final class AdminSurface {
  private static final JsonNode BLUEPRINT = Json.object().put("a", 1);
  private static final List<Triple> TRIPLES = List.of(Triple.of("urn:s", "urn:p", "o"));
  private static final CorePart CORE =
      new CorePart(TRIPLES, List.of(EntityEmbeddings.of("urn:s", 0.5f, 2)));
  private static final Document DOCUMENT =
      Document.text("u", "d1").described("t", "c").about(TRIPLES).tagged(List.of("x"));
  private static final DocumentMetadata METADATA =
      new DocumentMetadata(
          "d1", Instant.ofEpochSecond(5), "text/plain", "t", "c", TRIPLES, "u", List.of("x"));
  private static final CollectionMetadata COLLECTION =
      new CollectionMetadata("u", "c", "n", "d", List.of("t"));

  private AdminSurface() {}

  /** A call. NOW in its body stands for the time of the call, in whole seconds. */
  record Row(
      String service,
      Function<Admin, Object> sync,
      Function<AsyncAdmin, CompletableFuture<?>> async,
      String body,
      String response,
      Object expected) {
    @Override
    public String toString() {
      return body.length() > 60 ? body.substring(0, 60) : body;
    }
  }

  private static Row row(
      String service,
      Function<Admin, Object> sync,
      Function<AsyncAdmin, CompletableFuture<?>> async,
      String body,
      String response,
      Object expected) {
    return new Row(service, sync, async, quoted(body), quoted(response), expected);
  }

  private static String quoted(String text) {
    return text.replace('\'', '"');
  }

  private static Function<Admin, Object> nothing(Consumer<Admin> call) {
    return admin -> {
      call.accept(admin);
      return null;
    };
  }

  private static FlowDefinition definition() {
    JsonNode json =
        GatewayJson.parse(
            quoted(
                "{'blueprint-name':'bp','description':'d','interfaces':{'agent':{}},"
                    + "'parameters':{'m':'1'}}"),
            "expected");
    return new FlowDefinition("bp", "d", Set.of("agent"), Map.of("m", "1"), json);
  }

  static List<Row> rows() {
    return Stream.of(flowRows(), configRows(), knowledgeRows(), librarianRows(), collectionRows())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Row> flowRows() {
    return List.of(
        row(
            "flow",
            gate -> gate.flow().list(),
            gate -> gate.flow().list(),
            "{'operation':'list-flows'}",
            "{'flow-ids':['default']}",
            List.of("default")),
        row(
            "flow",
            gate -> gate.flow().get("default"),
            gate -> gate.flow().get("default"),
            "{'operation':'get-flow','flow-id':'default'}",
            "{'flow':'{\\\"blueprint-name\\\":\\\"bp\\\",\\\"description\\\":\\\"d\\\",\\\"interf"
                + "aces\\\":{\\\"agent\\\":{}},\\\"parameters\\\":{\\\"m\\\":\\\"1\\\"}}'}",
            definition()),
        row(
            "flow",
            nothing(gate -> gate.flow().start("bp", "f1", "text")),
            gate -> gate.flow().start("bp", "f1", "text"),
            "{'operation':'start-flow','flow-id':'f1','blueprint-name':'bp','de"
                + "scription':'text'}",
            "{}",
            null),
        row(
            "flow",
            nothing(gate -> gate.flow().start("bp", "f1", "text", Map.of("m", "x"))),
            gate -> gate.flow().start("bp", "f1", "text", Map.of("m", "x")),
            "{'operation':'start-flow','flow-id':'f1','blueprint-name':'bp','de"
                + "scription':'text','parameters':{'m':'x'}}",
            "{}",
            null),
        row(
            "flow",
            nothing(gate -> gate.flow().stop("f1")),
            gate -> gate.flow().stop("f1"),
            "{'operation':'stop-flow','flow-id':'f1'}",
            "{}",
            null),
        row(
            "flow",
            gate -> gate.flow().listBlueprints(),
            gate -> gate.flow().listBlueprints(),
            "{'operation':'list-blueprints'}",
            "{'blueprint-names':['bp']}",
            List.of("bp")),
        row(
            "flow",
            gate -> gate.flow().getBlueprint("bp"),
            gate -> gate.flow().getBlueprint("bp"),
            "{'operation':'get-blueprint','blueprint-name':'bp'}",
            "{'blueprint-definition':'{\\\"a\\\":1}'}",
            BLUEPRINT),
        row(
            "flow",
            nothing(gate -> gate.flow().putBlueprint("bp", BLUEPRINT)),
            gate -> gate.flow().putBlueprint("bp", BLUEPRINT),
            "{'operation':'put-blueprint','blueprint-name':'bp','blueprint-defi"
                + "nition':'{\\\"a\\\":1}'}",
            "{}",
            null),
        row(
            "flow",
            nothing(gate -> gate.flow().deleteBlueprint("bp")),
            gate -> gate.flow().deleteBlueprint("bp"),
            "{'operation':'delete-blueprint','blueprint-name':'bp'}",
            "{}",
            null));
  }

  private static List<Row> configRows() {
    return List.of(
        row(
            "config",
            gate -> gate.config().get(List.of(new ConfigKey("t", "k"), new ConfigKey("t", "none"))),
            gate -> gate.config().get(List.of(new ConfigKey("t", "k"), new ConfigKey("t", "none"))),
            "{'operation':'get','keys':[{'type':'t','key':'k'},{'type':'t','key" + "':'none'}]}",
            "{'values':[{'type':'t','key':'k','value':'v'},{'type':'t','key':'n"
                + "one','value':null}]}",
            List.of(
                new ConfigValue("t", "k", "v"), new ConfigValue("t", "none", Optional.empty()))),
        row(
            "config",
            nothing(gate -> gate.config().put(List.of(new ConfigValue("t", "k", "v")))),
            gate -> gate.config().put(List.of(new ConfigValue("t", "k", "v"))),
            "{'operation':'put','values':[{'type':'t','key':'k','value':'v'}]}",
            "{'version':3}",
            null),
        row(
            "config",
            nothing(gate -> gate.config().delete(List.of(new ConfigKey("t", "k")))),
            gate -> gate.config().delete(List.of(new ConfigKey("t", "k"))),
            "{'operation':'delete','keys':[{'type':'t','key':'k'}]}",
            "{}",
            null),
        row(
            "config",
            gate -> gate.config().list("t"),
            gate -> gate.config().list("t"),
            "{'operation':'list','type':'t'}",
            "{'directory':['k']}",
            List.of("k")),
        row(
            "config",
            gate -> gate.config().getValues("t"),
            gate -> gate.config().getValues("t"),
            "{'operation':'getvalues','type':'t'}",
            "{'values':[{'type':'t','key':'k','value':'v'}]}",
            List.of(new ConfigValue("t", "k", "v"))),
        row(
            "config",
            gate -> gate.config().all(),
            gate -> gate.config().all(),
            "{'operation':'config'}",
            "{'config':{'t':{'k':'v'}},'version':7}",
            new ConfigSnapshot(Map.of("t", Map.of("k", "v")), 7)));
  }

  private static List<Row> knowledgeRows() {
    return List.of(
        row(
            "knowledge",
            gate -> gate.knowledge().listCores("u"),
            gate -> gate.knowledge().listCores("u"),
            "{'operation':'list-kg-cores','user':'u'}",
            "{'ids':['k']}",
            List.of("k")),
        row(
            "knowledge",
            nothing(gate -> gate.knowledge().loadCore("k", "u", "f", "c")),
            gate -> gate.knowledge().loadCore("k", "u", "f", "c"),
            "{'operation':'load-kg-core','user':'u','id':'k','flow':'f','collec" + "tion':'c'}",
            "{}",
            null),
        row(
            "knowledge",
            nothing(gate -> gate.knowledge().putCore("k", "u", CORE)),
            gate -> gate.knowledge().putCore("k", "u", CORE),
            "{'operation':'put-kg-core','user':'u','id':'k','triples':{'metadata':{'id':'k',"
                + "'metadata':[],'user':'u','collection':'default'},'triples':[{'s':{'v':'urn:s',"
                + "'e':true},'p':{'v':'urn:p','e':true},'o':{'v':'o','e':false}}]},"
                + "'graph-embeddings':{'metadata':{'id':'k','metadata':[],'user':'u',"
                + "'collection':'default'},'entities':[{'entity':{'v':'urn:s','e':true},"
                + "'vectors':[[0.5,2.0]]}]}}",
            "{}",
            null),
        row(
            "knowledge",
            nothing(gate -> gate.knowledge().unloadCore("k", "u", "f")),
            gate -> gate.knowledge().unloadCore("k", "u", "f"),
            "{'operation':'unload-kg-core','user':'u','id':'k','flow':'f'}",
            "{}",
            null),
        row(
            "knowledge",
            nothing(gate -> gate.knowledge().deleteCore("k", "u")),
            gate -> gate.knowledge().deleteCore("k", "u"),
            "{'operation':'delete-kg-core','user':'u','id':'k'}",
            "{}",
            null));
  }

  private static List<Row> librarianRows() {
    return List.of(
        row(
            "librarian",
            nothing(gate -> gate.library().addDocument(new byte[] {1}, DOCUMENT)),
            gate -> gate.library().addDocument(new byte[] {1}, DOCUMENT),
            "{'operation':'add-document','document-metadata':{'id':'d1','time':"
                + "NOW,'kind':'text/plain','title':'t','comments':'c','metadata':[{'s"
                + "':{'v':'urn:s','e':true},'p':{'v':'urn:p','e':true},'o':{'v':'o','"
                + "e':false}}],'user':'u','tags':['x']},'content':'AQ=='}",
            "{}",
            null),
        row(
            "librarian",
            gate -> gate.library().getDocuments("u"),
            gate -> gate.library().getDocuments("u"),
            "{'operation':'list-documents','user':'u'}",
            "{'document-metadatas':[{'id':'d1','time':5,'kind':'text/plain','ti"
                + "tle':'t','comments':'c','metadata':[{'s':{'v':'urn:s','e':true},'p"
                + "':{'v':'urn:p','e':true},'o':{'v':'o','e':false}}],'user':'u','tag"
                + "s':['x']}]}",
            List.of(METADATA)),
        row(
            "librarian",
            gate -> gate.library().getDocument("u", "d1"),
            gate -> gate.library().getDocument("u", "d1"),
            "{'operation':'get-document','user':'u','document-id':'d1'}",
            "{'document-metadata':{'id':'d1','time':5,'kind':'text/plain','titl"
                + "e':'t','comments':'c','metadata':[{'s':{'v':'urn:s','e':true},'p':"
                + "{'v':'urn:p','e':true},'o':{'v':'o','e':false}}],'user':'u','tags'"
                + ":['x']}}",
            METADATA),
        row(
            "librarian",
            gate -> gate.library().updateDocument("u", "d1", METADATA),
            gate -> gate.library().updateDocument("u", "d1", METADATA),
            "{'operation':'update-document','document-metadata':{'user':'u','do"
                + "cument-id':'d1','time':5,'title':'t','comments':'c','metadata':[{'"
                + "s':{'v':'urn:s','e':true},'p':{'v':'urn:p','e':true},'o':{'v':'o',"
                + "'e':false}}],'tags':['x']}}",
            "{'document-metadata':{'id':'d1','time':5,'kind':'text/plain','titl"
                + "e':'t','comments':'c','metadata':[{'s':{'v':'urn:s','e':true},'p':"
                + "{'v':'urn:p','e':true},'o':{'v':'o','e':false}}],'user':'u','tags'"
                + ":['x']}}",
            METADATA),
        row(
            "librarian",
            nothing(gate -> gate.library().removeDocument("u", "d1")),
            gate -> gate.library().removeDocument("u", "d1"),
            "{'operation':'remove-document','user':'u','document-id':'d1'}",
            "{}",
            null),
        row(
            "librarian",
            nothing(
                gate ->
                    gate.library()
                        .startProcessing(Processing.of("p1", "d1").user("u").tags(List.of("x")))),
            gate ->
                gate.library()
                    .startProcessing(Processing.of("p1", "d1").user("u").tags(List.of("x"))),
            "{'operation':'add-processing','processing-metadata':{'id':'p1','do"
                + "cument-id':'d1','time':NOW,'flow':'default','user':'u','collection"
                + "':'default','tags':['x']}}",
            "{}",
            null),
        row(
            "librarian",
            gate -> gate.library().getProcessings("u"),
            gate -> gate.library().getProcessings("u"),
            "{'operation':'list-processing','user':'u'}",
            "{'processing-metadatas':[{'id':'p1','document-id':'d1','time':5,'f"
                + "low':'f','user':'u','collection':'c','tags':[]}]}",
            List.of(
                new ProcessingMetadata(
                    "p1", "d1", Instant.ofEpochSecond(5), "f", "u", "c", List.of()))),
        row(
            "librarian",
            nothing(gate -> gate.library().stopProcessing("p1", "u")),
            gate -> gate.library().stopProcessing("p1", "u"),
            "{'operation':'remove-processing','processing-id':'p1','user':'u'}",
            "{}",
            null));
  }

  private static List<Row> collectionRows() {
    return List.of(
        row(
            "collection-management",
            gate -> gate.collection().list("u", List.of("t")),
            gate -> gate.collection().list("u", List.of("t")),
            "{'operation':'list-collections','user':'u','tag_filter':['t']}",
            "{'collections':[{'user':'u','collection':'c','name':'n','descripti"
                + "on':'d','tags':['t']}],'timestamp':'x'}",
            List.of(COLLECTION)),
        row(
            "collection-management",
            gate -> gate.collection().list("u"),
            gate -> gate.collection().list("u"),
            "{'operation':'list-collections','user':'u'}",
            "{'collections':null}",
            List.of()),
        row(
            "collection-management",
            gate ->
                gate.collection()
                    .update("u", "c", CollectionUpdate.none().name("n").tags(List.of("t"))),
            gate ->
                gate.collection()
                    .update("u", "c", CollectionUpdate.none().name("n").tags(List.of("t"))),
            "{'operation':'update-collection','user':'u','collection':'c','name"
                + "':'n','tags':['t']}",
            "{'collections':[{'user':'u','collection':'c','name':'n','descripti"
                + "on':'d','tags':['t']}]}",
            Optional.of(COLLECTION)),
        row(
            "collection-management",
            nothing(gate -> gate.collection().delete("u", "c")),
            gate -> gate.collection().delete("u", "c"),
            "{'operation':'delete-collection','user':'u','collection':'c'}",
            "{}",
            null));
  }
}
