package org.wenshu.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wenshu.conversation.Lookup.Found;
import org.wenshu.conversation.Resumption.Reason;
import org.wenshu.conversation.Resumption.Refused;
import org.wenshu.conversation.Resumption.Resumed;
import org.wenshu.conversation.store.TestingStores;
import org.wenshu.error.ErrorCode;
import org.wenshu.error.WenshuException;
import org.wenshu.question.EarlierTurn;
import org.wenshu.question.EarlierTurn.Subject;
import org.wenshu.security.Caller;
import org.wenshu.security.Identity;

class ConversationsTest {
  private static final ConversationConfig DEFAULTS = ConversationConfig.defaults();
  private static final Identity LI = Identity.of(new Caller("li"));
  private static final String UNKNOWN = "0123456789abcdef0123456789ABCDEF";

  private static DataSource source;
  private static TestingStores one;
  private static TestingStores two;

  private final TestingClock clock = new TestingClock();
  private TestingNode node;
  private TestingNode other;
  private Conversations conversations;

  @BeforeAll
  static void connect() {
    source = TestingStores.create("conversation_test");
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
    start(DEFAULTS);
  }

  private void start(ConversationConfig config) {
    stop();
    node = new TestingNode(one, config, clock);
    other = new TestingNode(two, config, clock);
    conversations = node.conversations();
  }

  @AfterEach
  void stop() {
    if (node != null) {
      node.close();
      other.close();
    }
  }

  private static ConversationConfig limited(int capacity, int perOwner, boolean resume) {
    return new ConversationConfig(
        DEFAULTS.idle(),
        DEFAULTS.remembered(),
        DEFAULTS.contextWindow(),
        DEFAULTS.history(),
        capacity,
        perOwner,
        resume,
        DEFAULTS.timeout(),
        DEFAULTS.sweepInterval());
  }

  private Conversation create() {
    return create(LI);
  }

  private Conversation create(Identity identity) {
    return ((Creation.Created) conversations.create(identity, "test")).conversation();
  }

  private static Conversation found(Lookup lookup) {
    return ((Found) lookup).conversation();
  }

  private Conversation get(String id) {
    return found(conversations.get(id, "li", false));
  }

  private void passes(long seconds) {
    clock.move(Duration.ofSeconds(seconds));
  }

  @Test
  void beginsWithDefaultsAndAnIdNobodyGuesses() {
    Conversation made = create();

    assertThat(made.id()).matches("[A-Za-z0-9_-]{32}").isNotEqualTo(create().id());
    assertThat(made.createdAt()).isEqualTo(clock.instant());
    assertThat(made.expiresAt()).isEqualTo(clock.instant().plus(Duration.ofHours(1)));
    assertThat(made.preferences()).isEqualTo(Preferences.defaults());
    assertThat(get(made.id())).isEqualTo(made);
    assertThat(made.toString()).doesNotContain(made.id());
  }

  @Test
  void isLabelledByTheClientOrTheUser() {
    assertThat(create().label()).isEqualTo("test");
    Creation blank = conversations.create(LI, " ");
    assertThat(((Creation.Created) blank).conversation().label()).isEqualTo("li");
    Creation wordy = conversations.create(LI, "界".repeat(300));
    assertThat(((Creation.Created) wordy).conversation().label()).hasSize(255);
  }

  @Test
  void livesAnHourAfterEachAccess() {
    Conversation made = create();
    passes(3599);
    assertThat(get(made.id()).expiresAt()).isEqualTo(clock.instant().plusSeconds(3600));
    passes(3599);
    assertThat(other.conversations().open(made.id(), "li")).isInstanceOf(Found.class);
    passes(3600);
    assertThat(conversations.get(made.id(), "li", false))
        .isEqualTo(new Lookup.Expired(clock.instant(), Duration.ofHours(1)));
    assertThat(conversations.extend(made.id(), "li", false)).isInstanceOf(Lookup.Expired.class);
    assertThat(conversations.open(made.id(), "li")).isInstanceOf(Lookup.Expired.class);
  }

  @Test
  void tellsTheExpiryThatIsStored() {
    Conversation made = create();
    clock.move(Duration.ofMillis(900));
    assertThat(get(made.id())).isEqualTo(made);
    clock.move(Duration.ofMillis(100));
    Conversation accessed = get(made.id());
    assertThat(accessed.lastAccessed()).isEqualTo(clock.instant());
    assertThat(other.conversations().list("li", false, Optional.empty())).containsExactly(accessed);
    clock.move(Duration.ofMillis(1));
    assertThat(found(conversations.extend(made.id(), "li", false)).expiresAt())
        .isEqualTo(clock.instant().plusSeconds(3600));
  }

  @Test
  void leavesANoteOfAQuestionToItsTurn() {
    Conversation made = create();
    passes(20);
    assertThat(found(conversations.open(made.id(), "li"))).isEqualTo(made);
    assertThat(conversations.record(made, Turns.success("q", clock.instant()))).isTrue();
    assertThat(get(made.id()).expiresAt()).isEqualTo(clock.instant().plusSeconds(3600));
    passes(31);
    assertThat(found(conversations.open(made.id(), "li")).lastAccessed())
        .isEqualTo(clock.instant());
  }

  @Test
  void doesNotExistForOthers() {
    Conversation made = create();

    assertThat(conversations.get(made.id(), "zhao", false)).isEqualTo(new Lookup.NotFound());
    assertThat(conversations.open(made.id(), "zhao")).isEqualTo(new Lookup.NotFound());
    assertThat(conversations.extend(made.id(), "LI", false)).isEqualTo(new Lookup.NotFound());
    assertThat(conversations.destroy(made.id(), "zhao", false)).isEqualTo(new Lookup.NotFound());
    assertThat(conversations.list("zhao", false, Optional.empty())).isEmpty();
    passes(3600);
    assertThat(conversations.get(made.id(), "zhao", false)).isEqualTo(new Lookup.NotFound());
    for (String id : List.of(UNKNOWN, "", " ", made.id() + " ", "é".repeat(32), "x".repeat(9999))) {
      assertThat(conversations.get(id, "li", true)).isEqualTo(new Lookup.NotFound());
    }
  }

  @Test
  void isOpenToThoseWhoManage() {
    Conversation made = create();

    assertThat(found(conversations.get(made.id(), "admin", true))).isEqualTo(made);
    assertThat(conversations.list("admin", true, Optional.of("test"))).containsExactly(made);
    assertThat(conversations.list("admin", true, Optional.of("else"))).isEmpty();
    assertThat(conversations.destroy(made.id(), "admin", true)).isInstanceOf(Found.class);
  }

  @Test
  void endsOnce() throws SQLException {
    Conversation made = create();
    conversations.record(made, Turns.success("q", clock.instant(), 1L));

    assertThat(conversations.destroy(made.id(), "li", false)).isInstanceOf(Found.class);
    assertThat(other.conversations().destroy(made.id(), "li", false))
        .isEqualTo(new Lookup.NotFound());
    assertThat(conversations.record(made, Turns.success("q", clock.instant()))).isFalse();
    assertThat(TestingStores.number(source, "SELECT COUNT(*) FROM conversation_turn")).isZero();
    passes(4000);
    node.sweep();
    assertThat(node.heard()).isEmpty();
  }

  @Test
  void tellsItsHistoryOldestFirst() {
    Conversation made = create();
    Instant first = clock.instant();
    conversations.record(made, Turns.success("查询用户", first, 1L));
    passes(1);
    other.conversations().record(made, Turns.failure("?", clock.instant()));

    assertThat(conversations.history(made))
        .containsExactly(
            new HistoryEntry(
                "查询用户",
                Optional.of("SELECT * FROM users"),
                first,
                true,
                Optional.empty(),
                Duration.ofMillis(25)),
            new HistoryEntry(
                "?",
                Optional.empty(),
                clock.instant(),
                false,
                Optional.of("无法理解"),
                Duration.ofNanos(7)));
    Conversation now = get(made.id());
    assertThat(now.turns()).isEqualTo(2);
    assertThat(now.context())
        .isEqualTo(new Conversation.Context(Optional.of("users"), OptionalInt.of(5)));
  }

  @Test
  void keepsAHundredTurns() throws SQLException {
    Conversation made = create();
    for (int i = 1; i <= 103; i++) {
      conversations.record(made, Turns.success("q" + i, clock.instant(), 1L));
    }

    assertThat(conversations.history(made))
        .extracting(HistoryEntry::question)
        .isEqualTo(IntStream.rangeClosed(4, 103).mapToObj(i -> "q" + i).toList());
    assertThat(TestingStores.number(source, "SELECT COUNT(*) FROM conversation_turn"))
        .isEqualTo(100);
    assertThat(get(made.id()).turns()).isEqualTo(100);
  }

  @Test
  void offersWhatAQuestionMayReferTo() {
    Conversation made = create();
    conversations.record(made, Turns.success("too old", clock.instant(), 1L));
    passes(1800);
    BigInteger large = BigInteger.ONE.shiftLeft(63);
    conversations.record(made, Turns.success("older", clock.instant(), 7L, large, "七'\"\\"));
    passes(1801);
    conversations.record(made, Turns.failure("failed", clock.instant()));
    conversations.record(made, Turns.success("newest", clock.instant()));

    List<EarlierTurn> earlier = other.conversations().earlier(made);
    assertThat(earlier).extracting(EarlierTurn::question).containsExactly("newest", "older");
    assertThat(earlier.get(0).subject().orElseThrow().keys().orElseThrow().values()).isEmpty();
    assertThat(earlier.get(1).subject())
        .isEqualTo(Turns.success("", Instant.EPOCH, 7L, large, "七'\"\\").subject());
    assertThat(earlier.get(1).sql()).isEqualTo("SELECT * FROM users");
  }

  @Test
  void keepsNoMoreThanFits() {
    Conversation made = create();
    Object[] keys = IntStream.range(0, 1000).mapToObj(i -> i + "x".repeat(100)).toArray();
    Turn plain = Turns.success("😀".repeat(6000), clock.instant(), keys);
    conversations.record(made, plain);
    conversations.record(
        made,
        new Turn(
            "q",
            Optional.of("understood"),
            Optional.of("x".repeat(Turn.MAX_SQL + 1)),
            Optional.empty(),
            clock.instant(),
            Optional.empty(),
            Duration.ZERO,
            Optional.of("users"),
            OptionalInt.empty()));

    assertThat(conversations.history(made).get(0).question()).hasSize(Turn.MAX_QUESTION);
    List<EarlierTurn> earlier = conversations.earlier(made);
    assertThat(earlier).hasSize(1);
    assertThat(earlier.get(0).subject()).contains(new Subject("users", Optional.empty()));
  }

  @Test
  void offersAQuestionAsItWasUnderstood() {
    Conversation made = create();
    Turn asked = Turns.success("他的订单", clock.instant());
    conversations.record(
        made,
        new Turn(
            asked.question(),
            Optional.of("用户7的订单"),
            asked.sql(),
            asked.subject(),
            asked.answeredAt(),
            asked.error(),
            asked.duration(),
            asked.mainTable(),
            asked.limit()));
    assertThat(conversations.earlier(made).get(0).question()).isEqualTo("用户7的订单");
    assertThat(conversations.history(made).get(0).question()).isEqualTo("他的订单");
  }

  @Test
  void keepsPreferences() {
    Conversation made = create();
    Preferences preferred = new Preferences("en", "yyyy", "UTC", 5, true, false);
    conversations.prefer(made, preferred);
    assertThat(get(made.id()).preferences()).isEqualTo(preferred);
  }

  @Test
  void survivesARestart() {
    Conversation made = create();
    conversations.record(made, Turns.success("q", clock.instant(), 7L));
    List<EarlierTurn> before = conversations.earlier(made);
    disconnect();
    one = TestingStores.on(source);
    two = TestingStores.on(source);
    start(DEFAULTS);

    assertThat(get(made.id()).turns()).isEqualTo(1);
    assertThat(conversations.earlier(made)).isEqualTo(before).hasSize(1);
    assertThat(conversations.resume(made.id())).isEqualTo(new Resumed(LI));
  }

  @Test
  void grantsNobodyMoreThanConfigured() {
    start(limited(1000, 2, true));
    Conversation first = create();
    passes(1);
    Conversation second = create();
    passes(1);
    found(conversations.extend(first.id(), "li", false));

    assertThat(other.conversations().create(LI, "third"))
        .isEqualTo(new Creation.LimitReached("li", 2, 2, second.id()));
    create(Identity.of(new Caller("zhao")));
    passes(3599);
    create();
  }

  @Test
  void makesRoomForANewOneSilently() {
    start(limited(2, 0, true));
    Conversation first = create();
    passes(5);
    Conversation second = create();
    conversations.record(second, Turns.success("q", clock.instant()));
    passes(5);
    get(first.id());
    passes(5);
    Conversation third = create();

    assertThat(other.conversations().get(second.id(), "li", false))
        .isEqualTo(new Lookup.NotFound());
    assertThat(conversations.list("li", false, Optional.empty()))
        .extracting(Conversation::id)
        .containsExactly(first.id(), third.id());
    passes(4000);
    node.sweep();
    assertThat(node.heard())
        .extracting(TestingNode.Heard::id)
        .containsExactly(first.id(), third.id());
  }

  @Test
  void saysSoWhileTheStoreIsDown() {
    DataSource nowhere = TestingStores.source("jdbc:mysql://127.0.0.1:1/x?connectTimeout=1000");
    try (TestingStores stores = TestingStores.on(nowhere);
        TestingNode lost = new TestingNode(stores, DEFAULTS, clock)) {
      assertThatExceptionOfType(WenshuException.class)
          .isThrownBy(() -> lost.conversations().create(LI, "test"))
          .returns(ErrorCode.CONVERSATIONS_UNAVAILABLE, WenshuException::code);
      passes(4000);
      lost.sweep();
      assertThat(lost.heard()).isEmpty();
    }
  }

  @Test
  void resumesTheIdentityThatMadeIt() {
    Caller caller =
        new Caller("li", Set.of("user"), Set.of("table:*:read"), Map.of("region", List.of("n")));
    Instant end = clock.instant().plusSeconds(600);
    Identity identity =
        new Identity(caller, "7", "李", Optional.of("li@shop.example"), Optional.of(end));
    Conversation made = create(identity);

    assertThat(other.conversations().resume(made.id())).isEqualTo(new Resumed(identity));
    assertThat(conversations.resume(UNKNOWN)).isEqualTo(new Refused(Reason.UNKNOWN));
    passes(600);
    assertThat(conversations.resume(made.id())).isEqualTo(new Refused(Reason.CREDENTIAL_EXPIRED));
    passes(3000);
    assertThat(conversations.resume(made.id())).isEqualTo(new Refused(Reason.EXPIRED));
  }

  @Test
  void resumesNobodyWhereThatIsOff() throws SQLException {
    start(limited(1000, 0, false));
    Conversation made = create();
    assertThat(conversations.resume(made.id())).isEqualTo(new Refused(Reason.OFF));
    assertThat(
            TestingStores.number(
                source, "SELECT COUNT(*) FROM conversation WHERE identity IS NOT NULL"))
        .isZero();
    start(DEFAULTS);
    assertThat(conversations.resume(made.id())).isEqualTo(new Refused(Reason.OFF));
  }
}
