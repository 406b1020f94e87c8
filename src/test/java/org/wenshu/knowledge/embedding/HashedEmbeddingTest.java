package org.wenshu.knowledge.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.wenshu.knowledge.Vector;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Deadline;

class HashedEmbeddingTest {
  private final EmbeddingModel model = new HashedEmbedding();

  @Test
  void putsTextsThatShareWordsNearEachOther() {
    Vector question = vector("Which customers bought bolts?");
    assertThat(question.dimension()).isEqualTo(HashedEmbedding.DIMENSION);
    assertThat(question.dot(vector("A customer buying a bolt")))
        .isGreaterThan(0.3f)
        .isGreaterThan(question.dot(vector("The weather in spring")));
    Vector chinese = vector("退货率是怎么计算的");
    assertThat(chinese.dot(vector("退货率是退货订单除以全部订单")))
        .isGreaterThan(chinese.dot(vector("员工薪水每月发放")));
  }

  @Test
  void neverChanges() {
    assertThat(vector("stored value 42")).isEqualTo(vector("stored value 42"));
    assertThat(vector("").dimension()).isEqualTo(HashedEmbedding.DIMENSION);
    assertThat(vector("stored").dot(vector("STORED"))).isGreaterThan(0.999f);
  }

  private Vector vector(String text) {
    return model.embed(text, Deadline.after(Duration.ofSeconds(5)), new Cancellation());
  }
}
