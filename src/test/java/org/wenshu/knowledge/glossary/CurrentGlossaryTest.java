package org.wenshu.knowledge.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wenshu.knowledge.Triple;
import org.wenshu.knowledge.Value;

class CurrentGlossaryTest {
  private static final String SKOS = "http://www.w3.org/2004/02/skos/core#";

  private final InMemoryTriples triples = new InMemoryTriples();
  private final List<Term> told = new ArrayList<>();
  private final CurrentGlossary glossary =
      new CurrentGlossary(triples, () -> List.copyOf(told), GlossaryConfig.defaults());

  private String meant(String text) {
    return glossary.get().ground(text).text();
  }

  private void keep(String s, String p, String o) {
    triples.kept.add(new Triple(Value.of(s), Value.of(p), Value.of(o)));
  }

  @Test
  void readsBothDirections() {
    keep("GMV", "means", "订单总金额");
    keep("http://shop.example/terms/war_chest", SKOS + "definition", "budget");
    keep("员工", SKOS + "altLabel", "打工人");
    keep("员工", "likes", "tea");
    assertThat(meant("GMV")).as("nothing is read yet").isEqualTo("GMV");

    glossary.refresh();

    assertThat(meant("GMV war chest 打工人 tea")).isEqualTo("订单总金额 budget 员工 tea");
  }

  @Test
  void takesTermsThatWereToldWhereNoTripleSaysOtherwise() {
    keep("GMV", "means", "订单总金额");
    told.add(new Term("GMV", "something else"));
    told.add(new Term("war chest", "budget"));
    told.add(Term.explained("churn", "customers who have not come back for ninety days"));

    glossary.refresh();

    assertThat(meant("GMV war chest churn")).isEqualTo("订单总金额 budget churn");
    assertThat(glossary.get().ground("churn").terms()).containsExactly(told.get(2));
  }

  @Test
  void forgetsWhatIsDeletedAndKeepsWhatItKnowsWhileNothingCanBeRead() {
    keep("GMV", "means", "订单总金额");
    glossary.refresh();
    triples.down = true;
    glossary.refresh();
    assertThat(meant("GMV")).isEqualTo("订单总金额");
    triples.down = false;
    triples.kept.clear();
    glossary.refresh();
    assertThat(meant("GMV")).isEqualTo("GMV");
  }

  @Test
  void asksForItsPredicatesOnly() {
    glossary.refresh();
    assertThat(triples.asked).extracting(pattern -> pattern.p().size()).containsExactly(6, 6);
    assertThat(triples.asked).allSatisfy(pattern -> assertThat(pattern.s()).isEqualTo(Set.of()));
    assertThat(List.copyOf(triples.kept)).isEmpty();
  }
}
