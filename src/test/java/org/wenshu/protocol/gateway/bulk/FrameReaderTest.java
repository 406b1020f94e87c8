package org.wenshu.protocol.gateway.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenshu.knowledge.ChunkVector;
import org.wenshu.knowledge.CollectionId;
import org.wenshu.knowledge.EntityContext;
import org.wenshu.knowledge.EntityVector;
import org.wenshu.knowledge.StoredRow;
import org.wenshu.knowledge.Triple;
import org.wenshu.knowledge.Value;
import org.wenshu.knowledge.Vector;

class FrameReaderTest {
  private static final BulkTarget PLAIN = new BulkTarget("", "", Optional.empty());
  private static final FrameReader<Triple> TRIPLES = new DraftReader<>("triples", TripleDraft::new);
  private static final FrameReader<EntityVector> ENTITIES =
      new DraftReader<>("entities", EntityVectorDraft::new);
  private static final FrameReader<ChunkVector> CHUNKS =
      new DraftReader<>("chunks", ChunkVectorDraft::new);
  private static final FrameReader<EntityContext> CONTEXTS =
      new DraftReader<>("entities", EntityContextDraft::new);
  private static final RowReader ROWS = new RowReader();

  private static <T> Frame<T> read(FrameReader<T> reader, String text, BulkTarget target) {
    try {
      return reader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> List<T> items(Frame<T> frame) {
    List<T> items = new ArrayList<>();
    for (int i = 0; i < frame.size(); i++) {
      items.add(frame.item(i));
    }
    return items;
  }

  @Test
  void readsTriplesInBothForms() {
    Frame<Triple> flat =
        read(TRIPLES, "{\"s\":\"http://a/b\",\"p\":\"urn:p\",\"o\":\"text: more\"}", PLAIN);
    Frame<Triple> batch =
        read(
            TRIPLES,
            "{\"triples\":[{\"o\":{\"v\":\"u:o\",\"e\":true},\"s\":{\"e\":true,\"v\":\"s\"},\"p\":\"p\"},7,"
                + "{\"s\":\"s\",\"p\":\"p\"}],\"metadata\":{\"id\":\"d\",\"metadata\":[],"
                + "\"user\":\"me\",\"collection\":\"c\"}}",
            PLAIN);

    assertThat(items(flat))
        .containsExactly(
            new Triple(Value.uri("http://a/b"), Value.uri("urn:p"), Value.literal("text: more")));
    assertThat(flat.collection()).isEqualTo(new CollectionId("trustgraph", "default"));
    assertThat(items(batch))
        .containsExactly(
            new Triple(Value.uri("s"), Value.literal("p"), Value.uri("u:o")), null, null);
    assertThat(batch.reason(2)).contains("s, p and o");
    assertThat(batch.collection()).isEqualTo(new CollectionId("me", "c"));
  }

  @Test
  void takesTheAddressForFramesThatDoNotSayWhereTheyBelong() {
    BulkTarget address = new BulkTarget("me", "mine", Optional.empty());

    assertThat(read(TRIPLES, "{\"triples\":[],\"metadata\":{}}", address).collection())
        .isEqualTo(new CollectionId("me", "mine"));
    assertThat(
            read(TRIPLES, "{\"metadata\":{\"collection\":\"other\"},\"triples\":[]}", address)
                .collection())
        .isEqualTo(new CollectionId("me", "other"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "[1]",
        "7",
        "null",
        "{\"s\":",
        "{} {}",
        "{\"s\":1,\"p\":\"p\",\"o\":\"o\"}",
        "{}",
        "{\"s\":{\"e\":true},\"p\":\"p\",\"o\":\"o\"}"
      })
  void takesWhatIsNoFrameForOneBadItem(String text) {
    Frame<Triple> frame = read(TRIPLES, text, PLAIN);

    assertThat(frame.size()).isEqualTo(1);
    assertThat(frame.reason(0)).isNotBlank();
  }

  @Test
  void readsVectorsNestedAndFlat() {
    for (String vectors :
        List.of("\"embedding\":[1,2.5]", "\"vectors\":[1,2.5]", "\"vectors\":[[1,2.5]]")) {
      assertThat(items(read(ENTITIES, "{\"entity\":\"u\"," + vectors + "}", PLAIN)))
          .containsExactly(new EntityVector(Value.literal("u"), Vector.of(1, 2.5f)));
    }
    assertThat(
            items(
                read(
                    ENTITIES,
                    "{\"entities\":[{\"entity\":{\"v\":\"u\",\"e\":true},"
                        + "\"vectors\":[[1],[2]]}]}",
                    PLAIN)))
        .hasSize(2);
    assertThat(read(ENTITIES, "{\"entity\":\"u\",\"vectors\":[[1,\"x\"],[3]]}", PLAIN).reason(0))
        .contains("no number");
    assertThat(read(ENTITIES, "{\"entity\":\"u\",\"vectors\":[]}", PLAIN).reason(0)).isNotNull();
    assertThat(read(ENTITIES, "{\"entity\":\"u\",\"embedding\":\"x\"}", PLAIN).reason(0))
        .isNotNull();
    assertThat(read(ENTITIES, "{\"entity\":\"u\",\"embedding\":[NaN]}", PLAIN).item(0).vector())
        .matches(vector -> !vector.isFinite());
  }

  @Test
  void readsPiecesAndContexts() {
    assertThat(items(read(CHUNKS, "{\"id\":\"d\",\"embedding\":[1],\"chunk\":\"t\"}", PLAIN)))
        .containsExactly(new ChunkVector("d", "t", Vector.of(1)));
    assertThat(items(read(CHUNKS, "{\"chunks\":[{\"chunk\":\"t\",\"vectors\":[[1]]}]}", PLAIN)))
        .containsExactly(new ChunkVector("", "t", Vector.of(1)));
    assertThat(
            items(read(CONTEXTS, "{\"entity\":\"urn:u\",\"context\":\"t\",\"x\":[1,{}]}", PLAIN)))
        .containsExactly(new EntityContext(Value.uri("urn:u"), "t"));
  }

  @Test
  void readsRowsUnderTheirSchema() {
    assertThat(
            items(
                read(
                    ROWS,
                    "{\"schema_name\":\"t\",\"values\":[{\"b\":1,\"a\":null},{\"a\":{}}],"
                        + "\"confidence\":0.5,\"source_span\":\"x\"}",
                    PLAIN)))
        .containsExactly(new StoredRow("t", "{\"a\":null,\"b\":\"1\"}", 0.5, "x"), null);
    assertThat(items(read(ROWS, "{\"b\":true,\"schema_name\":\"t\"}", PLAIN)))
        .containsExactly(new StoredRow("t", "{\"b\":\"true\"}", 1, ""));
    assertThat(items(read(ROWS, "{\"b\":2.5}", PLAIN)))
        .containsExactly(new StoredRow("default", "{\"b\":\"2.5\"}", 1, ""));
    assertThat(items(read(ROWS, "{\"b\":\"x\"}", new BulkTarget("", "", Optional.of("z")))))
        .containsExactly(new StoredRow("z", "{\"b\":\"x\"}", 1, ""));
    assertThat(read(ROWS, "[]", PLAIN).reason(0)).isNotNull();
  }
}
