package org.wenshu.protocol.rag.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenshu.protocol.rag.wire.Params;
import org.wenshu.protocol.rag.wire.RagException;
import org.wenshu.protocol.rag.wire.ResultFormat;

class QueryOptionsTest {
  @Test
  void fallsBackToTheContractsDefaults() throws Exception {
    QueryOptions options = options("{}");

    assertThat(options.limit()).isEqualTo(20);
    assertThat(options.givenLimit()).isEmpty();
    assertThat(options.offset()).isZero();
    assertThat(options.format()).isEqualTo(ResultFormat.JSON);
    assertThat(options.explain()).isFalse();
    assertThat(options.optimize()).isTrue();
    assertThat(options.timeout()).isEmpty();
    assertThat(options("null")).isEqualTo(options);
    assertThat(options("{\"limit\":0}").limit()).isEqualTo(20);
  }

  @Test
  void takesWhatIsAllowed() throws Exception {
    QueryOptions options =
        options(
            "{\"limit\":1000,\"offset\":40,\"format\":\"csv\",\"explain\":true,"
                + "\"optimize\":false,\"timeout\":300,\"more\":{}}");

    assertThat(options.givenLimit()).hasValue(1000);
    assertThat(options.offset()).isEqualTo(40);
    assertThat(options.format()).isEqualTo(ResultFormat.CSV);
    assertThat(options.timeout()).contains(Duration.ofMinutes(5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"limit\":-1}",
        "{\"limit\":1001}",
        "{\"limit\":\"5\"}",
        "{\"limit\":1.5}",
        "{\"offset\":-1}",
        "{\"format\":\"xml\"}",
        "{\"format\":5}",
        "{\"explain\":\"true\"}",
        "{\"timeout\":0}",
        "{\"timeout\":301}",
        "[]",
        "5"
      })
  void refusesWhatIsNot(String options) {
    assertThatThrownBy(() -> options(options)).isInstanceOf(RagException.class);
  }

  private static QueryOptions options(String options) throws Exception {
    return QueryOptions.of(
        Params.of(
            "query.execute",
            JsonMapper.builder().build().readTree("{\"options\":" + options + "}")));
  }
}
