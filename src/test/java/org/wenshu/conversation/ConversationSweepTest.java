package org.wenshu.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wenshu.conversation.TestingNode.Heard;
import org.wenshu.conversation.store.TestingStores;
import org.wenshu.security.Caller;
import org.wenshu.security.Identity;

class ConversationSweepTest {
  private static final Identity LI = Identity.of(new Caller("li"));

  private static DataSource source;
  private static TestingStores one;
  private static TestingStores two;

  private final TestingClock clock = new TestingClock();
  private TestingNode node;
  private TestingNode other;

  @BeforeAll
  static void connect() {
    source = TestingStores.create("conversation_sweep_test");
    one = TestingStores.on(source);
    two = TestingStores.on(source);
  }

  @AfterAll
  static void disconnect() {
    one.close();
    two.close();
  }

  @BeforeEach
  void start() throws SQLException {
    TestingStores.clear(source);
    node = new TestingNode(one, ConversationConfig.defaults(), clock);
    other = new TestingNode(two, ConversationConfig.defaults(), clock);
  }

  @AfterEach
  void stop() {
    node.close();
    other.close();
  }

  private Conversation create() {
    return ((Creation.Created) node.conversations().create(LI, "test")).conversation();
  }

  private long rows(String table) throws SQLException {
    return TestingStores.number(source, "SELECT COUNT(*) FROM " + table);
  }

  @Test
  void tellsEveryNodeOnce() {
    Conversation made = create();
    Heard expected = new Heard(made.id(), made.expiresAt());
    clock.move(Duration.ofMinutes(45));
    node.sweep();
    assertThat(node.heard()).isEmpty();
    clock.move(Duration.ofMinutes(16));
    node.sweep();
    other.sweep();
    clock.move(Duration.ofMinutes(15));
    node.sweep();
    other.sweep();
    assertThat(node.heard()).containsExactly(expected);
    assertThat(other.heard()).containsExactly(expected);
  }

  @Test
  void tellsNothingThatAnAccessMayStillPrevent() {
    Conversation made = create();
    clock.move(Duration.ofHours(1));
    node.sweep();
    assertThat(node.heard()).isEmpty();
    clock.move(Duration.ofSeconds(10));
    node.sweep();
    assertThat(node.heard()).containsExactly(new Heard(made.id(), made.expiresAt()));
  }

  @Test
  void tellsANodeNothingOfTheTimeBeforeIt() {
    create();
    clock.move(Duration.ofHours(2));
    try (TestingNode late = new TestingNode(two, ConversationConfig.defaults(), clock)) {
      clock.move(Duration.ofMinutes(15));
      late.sweep();
      assertThat(late.heard()).isEmpty();
    }
  }

  @Test
  void keepsOfAnExpiredOneOnlyThatItWas() throws SQLException {
    Conversation made = create();
    node.conversations().record(made, Turns.success("q", clock.instant(), 1L));
    clock.move(Duration.ofMinutes(75));
    node.sweep();

    assertThat(rows("conversation_turn")).isZero();
    assertThat(rows("conversation WHERE identity IS NOT NULL")).isZero();
    clock.move(Duration.ofMinutes(23 * 60 + 40));
    node.sweep();
    assertThat(other.conversations().get(made.id(), "li", false))
        .isInstanceOf(Lookup.Expired.class);
    clock.move(Duration.ofMinutes(10));
    node.sweep();
    assertThat(other.conversations().get(made.id(), "li", false)).isEqualTo(new Lookup.NotFound());
    assertThat(rows("conversation")).isZero();
  }

  @Test
  void clearsHundredsAway() throws SQLException {
    for (int i = 0; i < 250; i++) {
      create();
    }
    clock.move(Duration.ofHours(2));
    Conversation alive = create();
    node.conversations().record(alive, Turns.success("q", clock.instant()));
    node.sweep();
    assertThat(node.heard()).hasSize(250);
    assertThat(rows("conversation WHERE erased")).isEqualTo(250);
    clock.move(Duration.ofHours(25));
    node.conversations().create(LI, "test");
    node.sweep();
    assertThat(rows("conversation")).isEqualTo(2);
  }
}
