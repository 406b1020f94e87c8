package org.wenshu.knowledge.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.wenshu.error.ErrorCode;
import org.wenshu.error.WenshuException;
import org.wenshu.knowledge.CollectionId;
import org.wenshu.knowledge.CoreId;
import org.wenshu.knowledge.CorePart;
import org.wenshu.knowledge.EntityVector;
import org.wenshu.knowledge.KnowledgeCores;
import org.wenshu.knowledge.Refusal;
import org.wenshu.knowledge.Triple;
import org.wenshu.question.Wording;

/** Keeps cores as shelves of their own. Thread-safe. */
public final class JdbcCores implements KnowledgeCores {
  private static final int PART = 500;
  private static final int BATCH = 10_000;
  private static final int VECTORS = 1_000;

  private final JdbcItems<Triple> triples;
  private final JdbcItems<EntityVector> entities;
  private final Shelves shelves;
  private final Executor background;

  /**
   * The cores.
   *
   * @param background copies what is loaded
   */
  JdbcCores(
      JdbcItems<Triple> triples,
      JdbcItems<EntityVector> entities,
      Shelves shelves,
      Executor background) {
    this.triples = triples;
    this.entities = entities;
    this.shelves = shelves;
    this.background = background;
  }

  @Override
  public List<String> list(String user) {
    return triples
        .database()
        .run(
            connection -> {
              try (PreparedStatement select =
                  connection.prepareStatement(
                      "SELECT name FROM knowledge_collection"
                          + " WHERE kind = 'core' AND owner = ? ORDER BY name")) {
                select.setString(1, user);
                List<String> names = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                  while (row.next()) {
                    names.add(row.getString(1));
                  }
                }
                return names;
              }
            });
  }

  @Override
  public boolean exists(CoreId core) {
    return find(core).isPresent();
  }

  private Optional<ShelfRow> find(CoreId core) {
    return entities
        .database()
        .run(c -> ShelfRows.find(c, Shelf.of(core), entities.format().dimensionColumn()));
  }

  @Override
  public void put(CoreId core, CorePart part) {
    var unused = triples.database().run(c -> ShelfRows.open(c, Shelf.of(core), Optional.empty()));
    triples.write(Shelf.of(core), 0, part.triples(), true);
    entities.write(Shelf.of(core), 0, part.entities(), true);
  }

  @Override
  public void delete(CoreId core) {
    shelves.remove(Shelf.of(core));
  }

  @Override
  public CompletionStage<Void> load(CoreId core, CollectionId target) {
    ShelfRow source =
        find(core).orElseThrow(() -> malformed("没有知识核心 " + core.id(), "no core " + core.id()));
    ShelfRow row =
        entities
            .database()
            .run(c -> ShelfRows.open(c, Shelf.of(target), entities.format().dimensionColumn()));
    if (source.dimension() != 0 && row.dimension() != 0 && source.dimension() != row.dimension()) {
      throw malformed(
          "知识核心的向量维度与集合不同", "the vectors of the core have another dimension than the collection's");
    }
    int load = triples.database().write(c -> Loads.begin(c, core, row.id()));
    return CompletableFuture.runAsync(() -> copy(source, target, load), background);
  }

  private void copy(ShelfRow source, CollectionId target, int load) {
    copy(triples, source, target, load, BATCH);
    copy(entities, source, target, load, VECTORS);
  }

  private static <T> void copy(
      JdbcItems<T> items, ShelfRow source, CollectionId target, int load, int most) {
    Consumer<List<T>> write =
        part -> {
          List<Refusal> refused = items.write(Shelf.of(target), load, part, true);
          assert refused.isEmpty() : "all or nothing was asked for";
        };
    items
        .database()
        .snapshot(
            connection -> {
              Parts<T> parts = new Parts<>(most, write);
              items.each(connection, source.id(), parts::add);
              parts.end();
              return null;
            });
  }

  @Override
  public void unload(CoreId core) {
    List<Loads.Loaded> loads = triples.database().run(c -> Loads.of(c, core));
    for (Loads.Loaded load : loads) {
      int removed;
      do {
        removed = triples.database().write(c -> Loads.remove(c, load));
      } while (removed > 0);
      triples.database().write(c -> Loads.end(c, load));
    }
  }

  @Override
  public void each(CoreId core, Consumer<CorePart> visitor) {
    Optional<ShelfRow> source = find(core);
    if (source.isPresent()) {
      triples
          .database()
          .snapshot(
              connection -> {
                visit(connection, source.get().id(), visitor);
                return null;
              });
    }
  }

  private void visit(Connection connection, int id, Consumer<CorePart> visitor)
      throws SQLException {
    Parts<Triple> some = new Parts<>(PART, part -> visitor.accept(new CorePart(part, List.of())));
    triples.each(connection, id, some::add);
    some.end();
    Parts<EntityVector> others =
        new Parts<>(PART / 10, part -> visitor.accept(new CorePart(List.of(), part)));
    entities.each(connection, id, others::add);
    others.end();
  }

  private static WenshuException malformed(String chinese, String english) {
    return new WenshuException(ErrorCode.MALFORMED_REQUEST, new Wording(chinese, english));
  }
}
