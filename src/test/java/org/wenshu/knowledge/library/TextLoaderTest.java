package org.wenshu.knowledge.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wenshu.error.ErrorCode;
import org.wenshu.error.WenshuException;
import org.wenshu.knowledge.Chunk;
import org.wenshu.knowledge.CollectionId;
import org.wenshu.knowledge.Scope;
import org.wenshu.knowledge.Triple;
import org.wenshu.knowledge.Value;
import org.wenshu.knowledge.Vector;
import org.wenshu.knowledge.embedding.EmbeddingModel;
import org.wenshu.knowledge.embedding.HashedEmbedding;
import org.wenshu.knowledge.store.KnowledgeStores;
import org.wenshu.knowledge.store.TestingKnowledge;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Deadline;

class TextLoaderTest {
  private static final CollectionId HERE = new CollectionId("u", "here");
  private static final Duration HOLD = Duration.ofSeconds(30);

  private TestingKnowledge testing;
  private KnowledgeStores stores;
  private Arrivals arrivals;

  @BeforeEach
  void createTables() {
    testing = TestingKnowledge.create("text_loader_test");
    stores = testing.stores();
    assertThat(stores.collections().list("u", Set.of(), 0)).isEmpty();
    arrivals = new JdbcArrivals(testing.access(), 5);
  }

  private static LoadedText text(String id, String text) {
    Triple about = new Triple(Value.uri("urn:" + id), Value.uri("urn:about"), Value.literal("x"));
    return new LoadedText(id, text, HERE, List.of(about));
  }

  private TextLoader loader(EmbeddingModel model, boolean working) {
    return new TextLoader(
        arrivals,
        new TextLoader.Stores(stores.chunks(), stores.documentEmbeddings(), stores.triples()),
        model,
        Chunker.standard(),
        HOLD,
        new ScriptedThreads(working));
  }

  private List<String> pieces() {
    List<String> pieces = new ArrayList<>();
    stores.chunks().each(Scope.of(HERE), (collection, chunk) -> pieces.add(text(chunk)));
    return pieces;
  }

  private static String text(Chunk chunk) {
    return chunk.id() + ": " + chunk.text();
  }

  @Test
  void storesWhatItAcceptsAndForgetsTheArrival() throws SQLException {
    try (TextLoader loader = loader(new HashedEmbedding(), true)) {
      loader.load(text("d", "Bolts are sold."));
      loader.load(text("d", "Bolts are sold out."));
    }

    assertThat(pieces()).containsExactly("d/0: Bolts are sold out.");
    assertThat(testing.count("knowledge_document_embedding")).isEqualTo(1);
    assertThat(testing.count("knowledge_triple")).isEqualTo(1);
    assertThat(testing.count("library_arrival_part")).isZero();
    assertThat(arrivals.count()).isZero();
  }

  @Test
  void takesUpWhatAnotherServerHasAcceptedAndLeft() {
    try (TextLoader dead = loader(new HashedEmbedding(), false)) {
      dead.load(text("d", "Bolts are sold."));
    }
    assertThat(pieces()).isEmpty();

    try (TextLoader next = loader(new HashedEmbedding(), true)) {
      next.tick();
    }

    assertThat(pieces()).hasSize(1);
  }

  @Test
  void keepsWhatTheModelFailsAtAndLetsALaterTextReplaceIt() {
    try (TextLoader loader = loader(new FailingModel(), true)) {
      loader.load(text("d", "Bolts."));
      assertThat(pieces()).isEmpty();
      assertThat(arrivals.count()).isEqualTo(1);
    }

    try (TextLoader loader = loader(new HashedEmbedding(), true)) {
      loader.load(text("d", "Nuts."));
    }

    assertThat(pieces()).containsExactly("d/0: Nuts.");
    assertThat(arrivals.count()).isZero();
  }

  @Test
  void givesAnArrivalToOneAtATimeAndInTheOrderOfItsDocument() {
    arrivals.add(text("d", "one"));
    arrivals.add(text("d", "two"));
    Arrival first = arrivals.claim(HOLD).orElseThrow();

    assertThat(first.text()).isEqualTo(text("d", "one"));
    assertThat(first.attempt()).isEqualTo(1);
    assertThat(arrivals.claim(HOLD)).isEmpty();
    assertThat(arrivals.hold(first, Duration.ZERO)).isTrue();
    Arrival taken = arrivals.claim(HOLD).orElseThrow();
    assertThat(taken.attempt()).isEqualTo(2);
    assertThat(arrivals.hold(first, HOLD)).isFalse();
    arrivals.done(first);
    assertThat(arrivals.hold(taken, HOLD)).isTrue();
    arrivals.done(taken);
    assertThat(arrivals.claim(HOLD).orElseThrow().text().text()).isEqualTo("two");
  }

  @Test
  void keepsLongTextsWhole() {
    String parts = "问数".repeat(600_000);
    arrivals.add(text("long", parts));

    assertThat(arrivals.claim(HOLD).orElseThrow().text().text()).isEqualTo(parts);
  }

  @Test
  void refusesWhatIsOneTooManyAndForgetsTheTextsOfACollection() {
    for (int i = 0; i < 5; i++) {
      arrivals.add(text("d" + i, "x"));
    }
    assertThatThrownBy(() -> arrivals.add(text("d5", "x")))
        .isInstanceOfSatisfying(
            WenshuException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SATURATED));

    arrivals.forget(HERE);

    assertThat(arrivals.count()).isZero();
  }

  /** A model that is away. */
  private static final class FailingModel implements EmbeddingModel {
    @Override
    public List<Vector> embed(List<String> texts, Deadline deadline, Cancellation cancellation) {
      throw new IllegalStateException("The model is away");
    }
  }

  /** Does at once what it is given, or nothing, as the threads of a server that died. */
  private static final class ScriptedThreads extends AbstractExecutorService {
    private final boolean working;
    private boolean ended;

    ScriptedThreads(boolean working) {
      this.working = working;
    }

    @Override
    public void execute(Runnable task) {
      if (!working) {
        throw new RejectedExecutionException();
      }
      task.run();
    }

    @Override
    public void shutdown() {
      ended = true;
    }

    @Override
    public List<Runnable> shutdownNow() {
      shutdown();
      return List.of();
    }

    @Override
    public boolean isShutdown() {
      return ended;
    }

    @Override
    public boolean isTerminated() {
      return ended;
    }

    @Override
    public boolean awaitTermination(long time, TimeUnit unit) {
      return ended;
    }
  }
}
