package org.wenshu.client.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenshu.client.gateway.data.Literal;
import org.wenshu.client.gateway.data.Triple;
import org.wenshu.client.gateway.data.Uri;

/** Triples as lines of files, in three forms. */
class TripleLineTest {
  private static final Triple TRICKY =
      new Triple(
          new Uri("http://x/a b>c"), new Uri("_:b1"), new Literal("\"quoted\"\n\t\\ 工厂 '𠀀"));

  @Test
  void readsWhatItWrites() {
    assertThat(TripleLine.read(TripleLine.ntriple(TRICKY)).o()).isEqualTo(TRICKY.o());
    assertThat(TripleLine.read(TripleLine.ntriple(TRICKY)).p()).isEqualTo(TRICKY.p());
    assertThat(TripleLine.read(TripleLine.ntriple(TRICKY)).s()).isEqualTo(TRICKY.s());
    assertThat(TripleLine.read(TripleLine.json(TRICKY))).isEqualTo(TRICKY);
    assertThat(TripleLine.ntriple(TRICKY)).doesNotContain("\n");
  }

  @Test
  void leavesOutLanguagesAndDatatypes() {
    Triple expected = new Triple(new Uri("urn:a"), new Uri("urn:p"), new Literal("x"));
    assertThat(TripleLine.read("<urn:a> <urn:p> \"x\"@zh-CN .")).isEqualTo(expected);
    assertThat(TripleLine.read("<urn:a> <urn:p> \"x\"^^<urn:t> .")).isEqualTo(expected);
    assertThat(TripleLine.read("<urn:a>\t<urn:p>\t\"\\u0078\" .")).isEqualTo(expected);
    assertThat(TripleLine.read("<urn:a> <urn:p> <urn:o> .").o()).isEqualTo(new Uri("urn:o"));
  }

  @Test
  void understandsTextsBetweenTabsByTheirForm() {
    assertThat(TripleLine.read("http://x/a\turn:p\ta text"))
        .isEqualTo(new Triple(new Uri("http://x/a"), new Uri("urn:p"), new Literal("a text")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a b c",
        "a\tb",
        "<urn:a> <urn:p> \"x\"",
        "<urn:a> <urn:p> .",
        "<urn:a <urn:p> \"x\" .",
        "<urn:a> <urn:p> \"x .",
        "<urn:a> <urn:p> \"\\x\" .",
        "<urn:a> <urn:p> \"\\u00g0\" .",
        "{\"s\":1}",
        "{no"
      })
  void refusesWhatIsNoTriple(String line) {
    assertThatIllegalArgumentException().isThrownBy(() -> TripleLine.read(line));
  }
}
