package org.wenshu.knowledge.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wenshu.knowledge.Chunk;
import org.wenshu.knowledge.CollectionId;
import org.wenshu.knowledge.EntityContext;
import org.wenshu.knowledge.Value;
import org.wenshu.knowledge.store.KnowledgeStores;
import org.wenshu.knowledge.store.TestingKnowledge;

class ToldTermsTest {
  @Test
  void readsContextsAndDocumentsOfTheCollection() {
    KnowledgeStores stores = TestingKnowledge.create("told_terms_test").stores();
    GlossaryConfig config = GlossaryConfig.defaults();
    ToldTerms told = new ToldTerms(stores.contexts(), stores.chunks(), config);
    assertThat(told.get()).isEmpty();

    stores
        .contexts()
        .add(
            config.collection(),
            List.of(
                new EntityContext(
                    Value.uri("http://shop.example/terms/war_chest"), "War chest means budget.")));
    stores.chunks().add(config.collection(), List.of(new Chunk("d/0", "d", 0, "GMV是指订单总金额。")));
    stores.chunks().add(CollectionId.of("x", "y"), List.of(new Chunk("e/0", "e", 0, "A means b.")));

    assertThat(told.get())
        .containsExactly(new Term("War chest", "budget"), new Term("GMV", "订单总金额"));
  }
}
