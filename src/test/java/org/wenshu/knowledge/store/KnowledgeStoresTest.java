package org.wenshu.knowledge.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wenshu.error.WenshuException;
import org.wenshu.knowledge.Chunk;
import org.wenshu.knowledge.ChunkVector;
import org.wenshu.knowledge.CollectionChange;
import org.wenshu.knowledge.CollectionId;
import org.wenshu.knowledge.CoreId;
import org.wenshu.knowledge.CorePart;
import org.wenshu.knowledge.EntityContext;
import org.wenshu.knowledge.EntityVector;
import org.wenshu.knowledge.Refusal;
import org.wenshu.knowledge.RowSelection;
import org.wenshu.knowledge.RowSelection.Comparison;
import org.wenshu.knowledge.RowSelection.Condition;
import org.wenshu.knowledge.RowSelection.Order;
import org.wenshu.knowledge.Scope;
import org.wenshu.knowledge.ScoredChunk;
import org.wenshu.knowledge.ScoredEntity;
import org.wenshu.knowledge.StoredRow;
import org.wenshu.knowledge.Triple;
import org.wenshu.knowledge.TriplePattern;
import org.wenshu.knowledge.Value;
import org.wenshu.knowledge.Vector;

class KnowledgeStoresTest {
  private static final CollectionId HERE = new CollectionId("u", "here");
  private static final CollectionId THERE = new CollectionId("u", "there");

  private TestingKnowledge testing;
  private KnowledgeStores stores;

  @BeforeEach
  void createTables() {
    testing = TestingKnowledge.create("knowledge_test");
    stores = testing.stores();
  }

  private static Triple triple(String s, String p, String o) {
    return new Triple(Value.uri(s), Value.uri(p), Value.literal(o));
  }

  @Test
  void keepsWhatTextsMayHoldInBothWaysOfWriting() throws SQLException {
    TestingKnowledge forbidding = TestingKnowledge.createWithoutInfile("knowledge_insert_test");
    List<Triple> odd =
        List.of(
            triple("u:1", "u:p", "tab\tline\nback\\slash\0zero\r'quote\""),
            triple("u:1", "u:p", "\\N"),
            triple("u:1", "u:p", ""),
            triple("u:1", "u:p", "张三的订单 👍"),
            new Triple(Value.uri("u:2"), Value.literal("p"), Value.uri("u:3")),
            triple("u:1", "u:p", "x".repeat(200_000)));
    for (TestingKnowledge one : List.of(testing, forbidding)) {
      one.stores().triples().add(HERE, odd);

      assertThat(one.stores().triples().find(HERE, TriplePattern.any(), 100))
          .containsExactlyInAnyOrderElementsOf(odd);
      assertThat(one.count("knowledge_triple")).isEqualTo(odd.size());
    }
  }

  @Test
  void addsNothingTwice() throws SQLException {
    List<Triple> some =
        IntStream.range(0, 5_000).mapToObj(i -> triple("u:" + i, "p", "o")).toList();

    stores.triples().add(HERE, some);
    stores.triples().add(HERE, some);
    stores.triples().add(THERE, some.subList(0, 7));

    assertThat(testing.count("knowledge_triple")).isEqualTo(5_007);
    assertThat(stores.triples().find(THERE, TriplePattern.any(), 100)).hasSize(7);
  }

  @Test
  void storesManyOnTwoConnectionsAndNoneTwice() throws SQLException {
    List<Triple> many =
        IntStream.range(0, 6_000)
            .mapToObj(i -> triple("u:" + i % 4_000, "u:p", i % 1_000 == 0 ? "" : "o"))
            .toList();
    ExecutorService threads = Executors.newSingleThreadExecutor();
    AtomicInteger shared = new AtomicInteger();
    Executor counting =
        work -> {
          shared.incrementAndGet();
          threads.execute(work);
        };
    try {
      JdbcTripleStore triples = testing.storesOn(counting).triples();
      List<Refusal> first = triples.store(HERE, many);
      List<Refusal> again = triples.store(HERE, many);

      assertThat(first).isEmpty();
      assertThat(again).isEmpty();
      assertThat(shared).hasValue(2);
      assertThat(testing.count("knowledge_triple")).isEqualTo(Set.copyOf(many).size());
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void tellsWhichOfManyItRefused() throws SQLException {
    List<Triple> many = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      many.add(i == 1_234 ? triple("", "u:p", "o") : triple("u:" + i, "u:p", "o"));
    }

    List<Refusal> refused = stores.triples().store(HERE, many);

    assertThat(refused).extracting(Refusal::index).containsExactly(1_234);
    assertThat(testing.count("knowledge_triple")).isEqualTo(2_999);
  }

  @Test
  void findsByEveryCombinationOfParts() {
    List<Triple> all = new ArrayList<>();
    for (String s : List.of("u:a", "u:b")) {
      for (String p : List.of("u:p", "u:q")) {
        for (String o : List.of("1", "2")) {
          all.add(triple(s, p, o));
        }
      }
    }
    stores.triples().add(HERE, all);
    Value s = Value.uri("u:a");
    Value p = Value.uri("u:q");
    Value o = Value.literal("2");
    TriplePattern any = TriplePattern.any();

    assertThat(find(any)).hasSize(8);
    assertThat(find(any.withS(s))).hasSize(4).allMatch(t -> t.s().equals(s));
    assertThat(find(any.withP(p))).hasSize(4).allMatch(t -> t.p().equals(p));
    assertThat(find(any.withO(o))).hasSize(4).allMatch(t -> t.o().equals(o));
    assertThat(find(any.withS(s).withP(p))).hasSize(2);
    assertThat(find(any.withP(p).withO(o))).hasSize(2);
    assertThat(find(any.withS(s).withO(o))).hasSize(2);
    assertThat(find(any.withS(s).withP(p).withO(o))).containsExactly(new Triple(s, p, o));
    assertThat(find(any.withO(Value.uri("2")))).isEmpty();
    assertThat(find(any.withO(Value.uri("2"), o))).hasSize(4);
    assertThat(stores.triples().find(HERE, any, 3)).hasSize(3);
    assertThat(stores.triples().find(new CollectionId("u", "none"), any, 3)).isEmpty();
  }

  private List<Triple> find(TriplePattern pattern) {
    return stores.triples().find(HERE, pattern, 100);
  }

  @Test
  void refusesSomeAndStoresTheOthers() {
    String half = "a\uD83D";
    List<Refusal> refused =
        stores
            .triples()
            .store(
                HERE, List.of(triple("", "p", "o"), triple("s", "p", "o"), triple("s", "p", half)));

    assertThat(refused).extracting(Refusal::index).containsExactly(0, 2);
    assertThat(find(TriplePattern.any())).containsExactly(triple("s", "p", "o"));
    assertThatThrownBy(() -> stores.triples().add(THERE, List.of(triple("", "p", "o"))))
        .isInstanceOf(WenshuException.class)
        .hasMessageContaining("MALFORMED_REQUEST");
  }

  @Test
  void takesVectorsOfOneDimensionOnly() {
    List<EntityVector> some =
        List.of(
            new EntityVector(Value.uri("u:a"), Vector.of(1, 0)),
            new EntityVector(Value.uri("u:b"), Vector.of(1, 2, 3)),
            new EntityVector(Value.uri("u:c"), Vector.of(Float.NaN, 0)),
            new EntityVector(Value.uri("u:d"), Vector.of()),
            new EntityVector(Value.uri("u:e"), Vector.of(0, 1)));

    List<Refusal> refused = stores.graphEmbeddings().store(HERE, some);

    assertThat(refused).extracting(Refusal::index).containsExactly(1, 2, 3);
    assertThat(refused.get(0).reason()).contains("3").contains("2");
    assertThat(stores.graphEmbeddings().nearest(HERE, Vector.of(9, 1), 5))
        .extracting(ScoredEntity::entity)
        .containsExactly(Value.uri("u:a"), Value.uri("u:e"));
    assertThat(stores.graphEmbeddings().nearest(HERE, Vector.of(1, 2, 3), 5)).isEmpty();
  }

  @Test
  void tellsEachEntityOnceAtItsBest() {
    List<EntityVector> some = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      some.add(new EntityVector(Value.uri("u:near"), Vector.of(1, i / 1000f)));
    }
    some.add(new EntityVector(Value.uri("u:far"), Vector.of(0, 1)));
    stores.graphEmbeddings().add(HERE, some);
    stores.graphEmbeddings().add(HERE, some);

    List<ScoredEntity> found = stores.graphEmbeddings().nearest(HERE, Vector.of(1, 0), 2);

    assertThat(found)
        .extracting(ScoredEntity::entity)
        .containsExactly(Value.uri("u:near"), Value.uri("u:far"));
    assertThat(found.get(0).score()).isCloseTo(1, org.assertj.core.data.Offset.offset(1e-6));
  }

  @Test
  void findsPiecesByTheirIdsAndTexts() {
    stores
        .chunks()
        .add(HERE, List.of(new Chunk("d/1", "d", 1, "one"), new Chunk("e", "e", 0, "e")));
    stores
        .documentEmbeddings()
        .add(
            HERE,
            List.of(
                new ChunkVector("d/1", "", Vector.of(1, 0)),
                new ChunkVector("", "two", Vector.of(0, 1))));

    assertThat(stores.documentEmbeddings().nearest(HERE, Vector.of(2, 1), 9))
        .extracting(ScoredChunk::chunk)
        .containsExactly("one", "two");
    stores.chunks().deleteDocument(HERE, "d");
    assertThat(stores.documentEmbeddings().nearest(HERE, Vector.of(2, 1), 9))
        .extracting(ScoredChunk::chunk)
        .containsExactly("two");
    assertThat(stores.chunks().of(HERE, List.of("d/1", "e"))).hasSize(1);
  }

  @Test
  void tellsOfEntitiesInWords() {
    stores
        .contexts()
        .add(
            HERE,
            List.of(
                new EntityContext(Value.uri("u:a"), "first"),
                new EntityContext(Value.uri("u:a"), "second"),
                new EntityContext(Value.literal("u:a"), "third")));

    assertThat(stores.contexts().of(HERE, List.of(Value.uri("u:a"), Value.uri("u:b")), 9))
        .extracting(EntityContext::context)
        .containsExactlyInAnyOrder("first", "second");
  }

  @Test
  void selectsRows() {
    List<StoredRow> rows = new ArrayList<>();
    for (int i = 1; i <= 20; i++) {
      String json = "{\"n\":\"" + i + "\",\"odd \\\"name\":\"v" + i % 3 + "_%\"}";
      rows.add(new StoredRow("t", json, 1, ""));
    }
    rows.add(new StoredRow("other", "{\"n\":\"5\"}", 1, ""));
    stores.rows().add(HERE, rows);
    Condition some = new Condition("n", Comparison.GREATER, true, List.of("9"));
    Condition odd = new Condition("odd \"name", Comparison.STARTS_WITH, false, List.of("v1_"));
    Order down = new Order("n", true, true);

    List<StoredRow> found =
        stores.rows().select(HERE, new RowSelection("t", List.of(some, odd), Optional.of(down), 3));

    assertThat(found)
        .extracting(StoredRow::json)
        .satisfiesExactly(
            row -> assertThat(row).contains("\"19\""),
            row -> assertThat(row).contains("\"16\""),
            row -> assertThat(row).contains("\"13\""));
    assertThat(select(new Condition("n", Comparison.IN, false, List.of("5", "7")))).hasSize(2);
    assertThat(select(new Condition("n", Comparison.NOT_IN, false, List.of("5")))).hasSize(19);
    assertThat(select(new Condition("n", Comparison.CONTAINS, false, List.of("%")))).isEmpty();
  }

  private List<StoredRow> select(Condition condition) {
    return stores
        .rows()
        .select(HERE, new RowSelection("t", List.of(condition), Optional.empty(), 100));
  }

  @Test
  void readsAllInAStableOrder() {
    stores.triples().add(HERE, List.of(triple("u:1", "p", "o"), triple("u:2", "p", "o")));
    stores.triples().add(new CollectionId("v", "here"), List.of(triple("u:3", "p", "o")));

    assertThat(read(Scope.all())).hasSize(3).isEqualTo(read(Scope.all()));
    assertThat(read(Scope.of(HERE))).hasSize(2);
    assertThat(read(new Scope(Optional.empty(), Optional.of("here")))).hasSize(3);
    assertThat(read(new Scope(Optional.of("v"), Optional.empty()))).hasSize(1);
    assertThatThrownBy(
            () ->
                stores
                    .triples()
                    .each(
                        Scope.all(),
                        (collection, triple) -> {
                          throw new IllegalStateException("enough");
                        }))
        .hasMessage("enough");
  }

  private List<Triple> read(Scope scope) {
    List<Triple> all = new ArrayList<>();
    stores.triples().each(scope, (collection, triple) -> all.add(triple));
    return all;
  }

  @Test
  void writesWhatIsHeldBackBeforeItReads() {
    testing
        .pending()
        .add(HERE, () -> stores.triples().store(HERE, List.of(triple("s", "p", "held back"))));

    assertThat(find(TriplePattern.any())).hasSize(1);
    assertThat(read(Scope.of(HERE))).hasSize(1);
    assertThat(read(Scope.of(THERE))).isEmpty();
  }

  @Test
  void changesOnlyWhatIsGivenOfACollection() {
    CollectionChange tags =
        new CollectionChange(Optional.empty(), Optional.of("d"), Optional.of(List.of("x", "y")));
    CollectionChange name =
        new CollectionChange(Optional.of("n"), Optional.empty(), Optional.empty());

    assertThat(stores.collections().update(HERE, tags).name()).isEqualTo("here");
    var changed = stores.collections().update(HERE, name);
    stores.triples().add(THERE, List.of(triple("s", "p", "o")));

    assertThat(changed.name()).isEqualTo("n");
    assertThat(changed.description()).isEqualTo("d");
    assertThat(changed.tags()).containsExactly("x", "y");
    assertThat(stores.collections().list("u", Set.of(), 0)).hasSize(2);
    assertThat(stores.collections().list("u", Set.of(), 1)).hasSize(1);
    assertThat(stores.collections().list("u", Set.of("y", "z"), 0)).containsExactly(changed);
    assertThat(stores.collections().list("v", Set.of(), 0)).isEmpty();
  }

  @Test
  void removesACollectionWithEverythingInItAndNothingElse() throws SQLException {
    for (CollectionId collection : List.of(HERE, THERE)) {
      stores.triples().add(collection, List.of(triple("s", "p", "o")));
      stores.contexts().add(collection, List.of(new EntityContext(Value.uri("u:a"), "c")));
      stores.chunks().add(collection, List.of(new Chunk("c", "d", 0, "text")));
      stores.rows().add(collection, List.of(new StoredRow("t", "{}", 1, "")));
      stores
          .graphEmbeddings()
          .add(collection, List.of(new EntityVector(Value.uri("u:a"), Vector.of(1, 0))));
      stores
          .documentEmbeddings()
          .add(collection, List.of(new ChunkVector("c", "", Vector.of(1, 0))));
    }

    stores.collections().delete(HERE);

    for (String table :
        List.of(
            "triple", "entity_context", "chunk", "row", "graph_embedding", "document_embedding")) {
      assertThat(testing.count("knowledge_" + table)).as(table).isEqualTo(1);
    }
    assertThat(stores.collections().list("u", Set.of(), 0)).hasSize(1);
    assertThat(testing.count("knowledge_garbage")).isZero();
    stores
        .graphEmbeddings()
        .add(HERE, List.of(new EntityVector(Value.uri("u:z"), Vector.of(1, 2, 3))));
    assertThat(stores.graphEmbeddings().nearest(HERE, Vector.of(1, 2, 3), 9)).hasSize(1);
  }

  @Test
  void removesWhatACrashHasLeft() throws SQLException {
    stores.triples().add(HERE, List.of(triple("s", "p", "o")));
    testing.execute("INSERT INTO knowledge_garbage SELECT id FROM knowledge_collection");
    testing.execute("DELETE FROM knowledge_collection");

    stores.sweep();

    assertThat(testing.count("knowledge_triple")).isZero();
  }

  @Test
  void loadsCoresAndRemovesWhatLoadingAdded() {
    CoreId core = new CoreId("u", "core");
    List<Triple> triples = List.of(triple("s", "p", "1"), triple("s", "p", "2"));
    List<EntityVector> entities = List.of(new EntityVector(Value.uri("s"), Vector.of(1, 0)));
    stores.cores().put(core, new CorePart(triples, entities));
    stores.triples().add(HERE, List.of(triple("s", "p", "1"), triple("mine", "p", "o")));
    assertThat(stores.cores().list("u")).containsExactly("core");
    assertThat(stores.collections().list("u", Set.of(), 0)).hasSize(1);
    List<CorePart> parts = new ArrayList<>();
    stores.cores().each(core, parts::add);
    assertThat(parts.get(0).triples()).containsExactlyInAnyOrderElementsOf(triples);
    assertThat(parts.get(1).entities()).isEqualTo(entities);

    stores.cores().load(core, HERE).toCompletableFuture().join();
    assertThat(find(TriplePattern.any())).hasSize(3);
    assertThat(stores.graphEmbeddings().nearest(HERE, Vector.of(1, 0), 9)).hasSize(1);
    stores.cores().unload(core);

    assertThat(find(TriplePattern.any()))
        .containsExactlyInAnyOrder(triple("s", "p", "1"), triple("mine", "p", "o"));
    assertThat(stores.graphEmbeddings().nearest(HERE, Vector.of(1, 0), 9)).isEmpty();
    stores.cores().delete(core);
    assertThat(stores.cores().exists(core)).isFalse();
    assertThatThrownBy(() -> stores.cores().load(core, HERE)).hasMessageContaining("no core");
  }

  @Test
  void keepsWhatWasImportedAgainWhenTheCoreThatBroughtItIsUnloaded() {
    CoreId core = new CoreId("u", "core");
    EntityVector vector = new EntityVector(Value.uri("u:e"), Vector.of(1, 0));
    stores
        .cores()
        .put(
            core,
            new CorePart(List.of(triple("s", "p", "1"), triple("s", "p", "2")), List.of(vector)));
    stores.cores().load(core, HERE).toCompletableFuture().join();
    stores.triples().add(HERE, List.of(triple("s", "p", "2"), triple("s", "p", "3")));
    stores.graphEmbeddings().add(HERE, List.of(vector));

    stores.cores().unload(core);

    assertThat(find(TriplePattern.any()))
        .containsExactlyInAnyOrder(triple("s", "p", "2"), triple("s", "p", "3"));
    assertThat(stores.graphEmbeddings().nearest(HERE, Vector.of(1, 0), 9)).hasSize(1);
  }
}
