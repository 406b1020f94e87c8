package org.wenshu.protocol.ws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameHygieneTest {
  private static final String TRANSCRIPT =
      "统计语句如下：\n```sql\nSELECT COUNT(*) AS `人数` FROM `T` WHERE `DEPT` LIKE '%研发%'\n```";

  @Test
  void sendsTheFirstPieceAtOnceButForItsLastCharacter() {
    FrameHygiene hygiene = new FrameHygiene();

    assertThat(hygiene.accept("SELECT")).containsExactly("SELEC");
    assertThat(hygiene.accept(" 1")).containsExactly("T ");
    assertThat(hygiene.end()).containsExactly("1");
  }

  @Test
  void sendsAFirstPieceOfOneCharacterWhole() {
    assertThat(new FrameHygiene().accept("统")).containsExactly("统");
    assertThat(new FrameHygiene().accept("😀")).containsExactly("😀");
  }

  @Test
  void keepsFencesInFramesOfTheirOwnHoweverTheyArrive() {
    assertThat(frames("如下：", "\n", "```", "sql", "\n", "SELECT 1", "\n", "```", "\n", "完"))
        .containsExactly("如下", "：\n", "```sql\n", "SELECT ", "1\n", "```", "\n完");
  }

  @Test
  void cutsFencesOutOfOnePiece() {
    assertThat(frames("使用```SQL\nSELECT 1\n```即可"))
        .containsExactly("使用", "```SQL\n", "SELECT 1\n", "```", "即", "可");
  }

  @Test
  void sendsBareBackticksWhereAFenceHasTextOnItsLine() {
    assertThat(frames("a ```sql SELECT 1``` b"))
        .containsExactly("a ", "```", "sql SELECT 1", "```", " b");
  }

  @Test
  void sendsAnUnfinishedOpeningFenceAtTheEnd() {
    assertThat(frames("a\n```sql")).containsExactly("a\n", "```", "sql");
  }

  @Test
  void dropsNothingButWhiteSpaceAtTheEnd() {
    assertThat(frames("SELECT 1", "\n", " \u3000\n")).containsExactly("SELECT ", "1");
    assertThat(frames(" ", "\n")).isEmpty();
  }

  @Test
  void prefixesHeldWhiteSpaceToTheNextPiece() {
    assertThat(frames("SELECT", " ", "\n", "1")).containsExactly("SELEC", "T \n", "1");
    assertThat(frames("\n\n", "ab")).containsExactly("\n\na", "b");
  }

  @Test
  void keepsInlineBackticksTogetherWithTheirText() {
    assertThat(String.join("", frames("SELECT `", "a`", ", ``", "`b`` ")))
        .isEqualTo("SELECT `a`, ```b``");
  }

  @ParameterizedTest
  @ValueSource(strings = {"DONE", "FLAG_DONE", " DONE\n", "\nFLAG_DONE", "DONE x", "xDONE"})
  void neverSendsATerminator(String text) {
    for (int at = 0; at <= text.length(); at++) {
      assertObeysRules(text, List.of(text.substring(0, at), text.substring(at), "'"));
      assertObeysRules(text, List.of(text.substring(0, at), text.substring(at)));
    }
  }

  @Test
  void splitsControlWords() {
    assertThat(frames("WHERE s = '异常' OR s = '查询失败'"))
        .containsExactly("WHERE s = '异", "常' OR s = '查", "询失败", "'");
  }

  @Test
  void splitsResultMarkers() {
    assertThat(frames("{\"type\":\"query_result\"}"))
        .containsExactly("{\"type\":\"q", "uery_result\"", "}");
  }

  @Test
  void holdsHalfACharacterBack() {
    String face = "😀";
    assertThat(frames("ab" + face.charAt(0), face.charAt(1) + "c"))
        .containsExactly("ab", "😀", "c");
  }

  @Test
  void obeysAllRulesHoweverTheTextIsSplit() {
    Random random = new Random(20251125);
    List<String> texts = new ArrayList<>(List.of(TRANSCRIPT));
    for (int i = 0; i < 300; i++) {
      texts.add(randomText(random));
    }
    for (String text : texts) {
      for (int round = 0; round < 40; round++) {
        assertObeysRules(text, split(text, random));
      }
    }
  }

  private static String randomText(Random random) {
    String[] parts = {
      "DONE",
      "FLAG_DONE",
      "异常",
      "查询失败",
      "最终SQL语句: ",
      "正在执行SQL查询...",
      "SQL查询成功，",
      "\n```\n",
      "正在处理查询请求...",
      "正在调用text2sql模型",
      "{",
      "query_result",
      "\"",
      "\nx```sql\n",
      "x\n```",
      " ",
      "\n",
      "\u3000",
      "`",
      "``",
      "SELECT",
      "统计",
      "😀",
      "𠀀",
      "a",
      "_DONE",
      "= '",
      "\r\n"
    };
    StringBuilder text = new StringBuilder("答案");
    for (int i = random.nextInt(14); i >= 0; i--) {
      text.append(parts[random.nextInt(parts.length)]);
    }
    return text.toString();
  }

  private static List<String> split(String text, Random random) {
    List<String> pieces = new ArrayList<>();
    int longest = 1 + random.nextInt(9);
    for (int from = 0; from < text.length(); ) {
      int to = Math.min(text.length(), from + 1 + random.nextInt(longest));
      pieces.add(text.substring(from, to));
      from = to;
    }
    return pieces;
  }

  private static void assertObeysRules(String text, List<String> pieces) {
    List<String> frames = frames(pieces.toArray(String[]::new));
    String whole = String.join("", pieces);
    assertThat(String.join("", frames).stripTrailing())
        .as("joined frames of %s", pieces)
        .isEqualTo(whole.substring(0, Blanks.lengthWithoutTrailing(whole)).stripTrailing());
    for (String frame : frames) {
      assertThat(isAllowed(frame)).as("%s in %s of %s", frame, frames, text).isTrue();
    }
  }

  private static boolean isAllowed(String frame) {
    String trimmed = frame.strip();
    boolean control =
        frame.matches("(?s).*(正在处理查询请求|正在调用text2sql模型|正在执行SQL查询|最终SQL语句|SQL查询成功|查询失败|异常).*");
    boolean fenceAmongText =
        trimmed.contains("```") && !frame.matches("(?s)\\s*```([A-Za-z0-9_+#.-]*[ \\t\\r]*\\n)?");
    return !Blanks.isBlank(frame)
        && !trimmed.equals("DONE")
        && !trimmed.equals("FLAG_DONE")
        && !control
        && !(trimmed.startsWith("{") && trimmed.contains("query_result"))
        && !fenceAmongText
        && !Character.isHighSurrogate(frame.charAt(frame.length() - 1))
        && !Character.isLowSurrogate(frame.charAt(0));
  }

  private static List<String> frames(String... pieces) {
    FrameHygiene hygiene = new FrameHygiene();
    List<String> frames = new ArrayList<>();
    for (String piece : pieces) {
      frames.addAll(hygiene.accept(piece));
    }
    frames.addAll(hygiene.end());
    return frames;
  }
}
