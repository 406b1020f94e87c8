package org.wenshu.protocol.gateway.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameParserTest {
  private static float[] read(String text, int most) throws IOException, BadItem {
    InputStream in =
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
          @Override
          public int read(byte[] bytes, int from, int length) {
            return super.read(bytes, from, Math.min(length, most));
          }
        };
    try (var json = BulkJson.parser(in)) {
      assertThat(json.nextToken()).isEqualTo(JsonToken.START_ARRAY);
      float[] numbers = BulkJson.vector(json).toArray();
      assertThat(json.nextToken()).isNull();
      return numbers;
    }
  }

  private static void assertRead(List<String> numbers) throws IOException, BadItem {
    for (int most : new int[] {1, 7, 8_000}) {
      float[] read = read("[ " + String.join(" ,\n", numbers) + " ]", most);
      assertThat(read).hasSize(numbers.size());
      for (int i = 0; i < read.length; i++) {
        assertThat(Float.floatToIntBits(read[i]))
            .as(numbers.get(i))
            .isEqualTo(Float.floatToIntBits(Float.parseFloat(numbers.get(i))));
      }
    }
  }

  @Test
  void readsNumbersAsTheLanguageDoes() throws Exception {
    Random random = new Random(7);
    List<String> numbers = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      float any = Float.intBitsToFloat(random.nextInt());
      numbers.add(Float.isFinite(any) ? Float.toString(any) : "1");
      numbers.add(Double.toString(random.nextGaussian()));
      numbers.add(Double.toString(random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20)));
    }
    assertRead(numbers);
  }

  @Test
  void readsNumbersInTheMiddleBetweenTwoFloats() throws Exception {
    Random random = new Random(8);
    List<String> numbers = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      float low = random.nextFloat();
      double middle = (low + (double) Math.nextUp(low)) / 2;
      numbers.add(new java.math.BigDecimal(middle).toPlainString());
      numbers.add(Double.toString(Math.nextUp(middle)));
      numbers.add(Double.toString(Math.nextDown(middle)));
    }
    assertRead(numbers);
  }

  @Test
  void readsNumbersAsTheyAreSeldomWritten() throws Exception {
    assertRead(
        List.of(
            "0",
            "-0",
            "0.0",
            "1e5",
            "1E+5",
            "-1.5e-7",
            "123456789012345678901234567890",
            "0.00000000000000000000000000000000000000012345",
            "1e400",
            "-1e400",
            "1e-400",
            "0e99",
            "18446744073709551616.5",
            "3.4028236e38",
            "1.17549435E-38",
            "1.4e-45",
            "9007199254740993",
            "0." + "3".repeat(900)));
  }

  @Test
  void leavesToTheTokensWhatIsNoPlainNumber() throws Exception {
    assertThat(read("[1,2,NaN,3]", 8_000)).containsExactly(1, 2, Float.NaN, 3);
    assertThat(read("[-Infinity]", 8_000)).containsExactly(Float.NEGATIVE_INFINITY);
    assertThat(read("[]", 8_000)).isEmpty();
    assertThatThrownBy(() -> read("[1,\"2\",3]", 8_000)).isInstanceOf(BadItem.class);
    assertThatThrownBy(() -> read("[1,[2],3]", 8_000)).isInstanceOf(BadItem.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[1,]", "[1,,2]", "[,1]", "[01]", "[1.]", "[.5]", "[-]", "[1e]", "[1 2]", "[1", "[1,",
        "[+1]", "[1}", "[1e+]", "[--1]", "[1.5.5]", "[0x1]"
      })
  void refusesWhatIsNoJson(String text) {
    assertThatThrownBy(() -> read(text, 8_000)).isInstanceOf(JsonProcessingException.class);
  }

  @Test
  void refusesNumbersWithoutAnEnd() {
    String endless = "[" + "1".repeat(1_500) + "]";

    assertThatThrownBy(() -> read(endless, 8_000)).isInstanceOf(JsonProcessingException.class);
  }
}
