package org.wenshu.protocol.rag.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.json.JsonMapper;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.wenshu.question.Language;

class ParamsTest {
  @Test
  void takesNullForAbsent() throws Exception {
    Params params = params("{\"a\":null,\"options\":null}");

    assertThat(params.text("a")).isEmpty();
    assertThat(params.truth("a", true)).isTrue();
    assertThat(params.number("a", 20, 1, 1000)).isEqualTo(20);
    assertThat(params.object("options").number("limit", 20, 1, 1000)).isEqualTo(20);
    assertThat(params("null").text("a")).isEmpty();
  }

  @Test
  void namesTheMethodAndTheField() throws Exception {
    Params params = params("{\"options\":{\"limit\":1001},\"query\":5,\"explain\":\"yes\"}");

    assertThat(refused(() -> params.object("options").number("limit", 20, 1, 1000)))
        .contains("\"code\":-32602", "\"method\":\"query.execute\"", "\"field\":\"options.limit\"");
    assertThat(refused(() -> params.requiredWords("query"))).contains("\"field\":\"query\"");
    assertThat(refused(() -> params.truth("explain", false))).contains("\"field\":\"explain\"");
    assertThat(refused(() -> params.object("query"))).contains("\"field\":\"query\"");
    assertThat(refused(() -> params.requiredTexts("versions"))).contains("\"field\":\"versions\"");
  }

  @Test
  void refusesWhatIsNoObject() {
    assertThat(refused(() -> params("[1]"))).contains("\"field\":\"params\"");
  }

  @Test
  void takesWholeNumbersHoweverWritten() throws Exception {
    Params params = params("{\"a\":5.0,\"b\":5.5,\"c\":1e30,\"d\":99999999999}");

    assertThat(params.number("a", 0)).isEqualTo(5);
    assertThat(refused(() -> params.number("b", 0))).contains("\"field\":\"b\"");
    assertThat(params.number("c", 0)).isEqualTo(Integer.MAX_VALUE);
    assertThat(params.number("d", 0)).isEqualTo(Integer.MAX_VALUE);
  }

  private static Params params(String json) throws Exception {
    return Params.of("query.execute", JsonMapper.builder().build().readTree(json));
  }

  private static String refused(ThrowingCallable reading) {
    return catchThrowableOfType(RagException.class, reading)
        .error()
        .toJson(Language.CHINESE, false)
        .toString();
  }
}
