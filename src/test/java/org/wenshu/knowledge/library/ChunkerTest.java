package org.wenshu.knowledge.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChunkerTest {
  private final Chunker chunker = new Chunker(40, 8);

  @Test
  void cutsWhereSentencesEnd() {
    List<String> pieces =
        chunker.cut("The first sentence is here. The second one follows it. And a third.");
    assertThat(pieces.get(0)).isEqualTo("The first sentence is here.");
    assertThat(String.join(" ", pieces)).contains("The second one follows it.", "And a third.");
    assertThat(pieces).allMatch(piece -> piece.length() <= 40);
  }

  @Test
  void neverCutsACharacter() {
    String text = "😀".repeat(100);
    assertThat(chunker.cut(text))
        .hasSizeGreaterThan(4)
        .allMatch(piece -> piece.codePoints().allMatch(c -> c == 0x1F600));
  }

  @Test
  void leavesNothingOut() {
    String text = "abcdefghij".repeat(50);
    StringBuilder whole = new StringBuilder();
    for (String piece : new Chunker(40, 0).cut(text)) {
      whole.append(piece);
    }
    assertThat(whole.toString()).isEqualTo(text);
    assertThat(chunker.cut(" \n ")).isEmpty();
    assertThat(chunker.cut("短")).containsExactly("短");
  }
}
