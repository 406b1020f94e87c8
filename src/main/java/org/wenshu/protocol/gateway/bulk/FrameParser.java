package org.wenshu.protocol.gateway.bulk;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.ObjectCodec;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.json.UTF8StreamJsonParser;
import com.fasterxml.jackson.core.sym.ByteQuadsCanonicalizer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads the JSON of frames. The plain numbers of vectors it takes straight from its buffer: as
 * tokens they cost several times as much. For one thread.
 */
final class FrameParser extends UTF8StreamJsonParser {
  private static final long serialVersionUID = 1L;

  /** Longer numbers are refused, as others are by the factory. */
  private static final int LONGEST_NUMBER = 1_000;

  private static final int LONGEST_USUAL = 32;
  private static final int MOST_DIGITS = 18;
  private static final int MOST_EXPONENT = 100_000;

  private FrameParser(
      IOContext context,
      int features,
      InputStream in,
      ObjectCodec codec,
      ByteQuadsCanonicalizer n) {
    super(context, features, in, codec, n, context.allocReadIOBuffer(), 0, 0, 0, true);
  }

  /** Makes parsers. Numbers that are none are read, so that they cost one item, not its frame. */
  static final class Factory extends JsonFactory {
    private static final long serialVersionUID = 1L;

    Factory() {
      super(
          new JsonFactoryBuilder()
              .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
              .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxStringLength(BulkConfig.MAX_MESSAGE_BYTES)
                      .build()));
    }

    @Override
    protected JsonParser _createParser(InputStream in, IOContext context) {
      return new FrameParser(
          context,
          _parserFeatures,
          in,
          _objectCodec,
          _byteSymbolCanonicalizer.makeChildOrPlaceholder(_factoryFeatures));
    }
  }

  /**
   * Takes the plain numbers that an array begins with, when its first bracket has been read. What
   * follows is left to the tokens: at the best, its last bracket.
   */
  void takeNumbers(FloatList numbers) throws IOException {
    boolean more = isNumber(pastSpace());
    while (more) {
      takeUsual(numbers);
      more = isNumber(pastComma());
      if (more) {
        numbers.add(number());
        more = isFollowed();
      }
    }
  }

  /**
   * Takes numbers such as {@code -0.0512} with a comma behind, and stops before the first that is
   * not, or that comes near the end of the buffer. The loop in which imports of vectors spend most
   * of their time: no calls, no fields.
   */
  private void takeUsual(FloatList numbers) {
    byte[] bytes = _inputBuffer;
    int safe = _inputEnd - LONGEST_USUAL;
    int start = _inputPtr;
    while (start < safe) {
      boolean negative = bytes[start] == '-';
      int at = negative ? start + 1 : start;
      long digits = (long) bytes[at] - '0';
      int point = at + 2;
      if (digits < 0 || digits > 9 || bytes[at + 1] != '.') {
        break;
      }
      int end = point + MOST_DIGITS - 1;
      at = point;
      int digit = bytes[at] - '0';
      while (digit >= 0 && digit <= 9 && at < end) {
        digits = 10 * digits + digit;
        digit = bytes[++at] - '0';
      }
      float number = DecimalFloat.of(digits, point - at);
      if (at == point || bytes[at] != ',' || Float.isNaN(number)) {
        break;
      }
      numbers.add(negative ? -number : number);
      start = at + 1;
    }
    _inputPtr = start;
  }

  private boolean isFollowed() throws IOException {
    int next = pastSpace();
    if (next == ']') {
      return false;
    }
    if (next != ',') {
      _reportUnexpectedChar(next, "a comma or the end of the list was expected");
    }
    _inputPtr++;
    return isNumber(pastComma());
  }

  private int pastComma() throws IOException {
    int next = pastSpace();
    if (next == ']' || next == ',') {
      _reportUnexpectedChar(next, "a number was expected");
    }
    return next;
  }

  /** The next byte that is no space, which is not taken. */
  private int pastSpace() throws IOException {
    while (_inputPtr < _inputEnd || _loadMore()) {
      int next = _inputBuffer[_inputPtr];
      if (next != ' ' && next != '\n' && next != '\r' && next != '\t') {
        return next;
      }
      _inputPtr++;
    }
    _reportInvalidEOF();
    return -1;
  }

  /** Whether a plain number begins here; an infinity may begin with its sign as well. */
  private boolean isNumber(int first) throws IOException {
    if (first != '-') {
      return isDigit(first);
    }
    fill();
    return _inputPtr + 1 < _inputEnd && isDigit(_inputBuffer[_inputPtr + 1]);
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private float number() throws IOException {
    fill();
    byte[] bytes = _inputBuffer;
    int end = Math.min(_inputEnd, _inputPtr + LONGEST_NUMBER);
    int start = _inputPtr;
    boolean negative = bytes[start] == '-';
    int first = negative ? start + 1 : start;
    int at = first;
    long digits = 0;
    int zeros = 0;
    while (at < end && isDigit(bytes[at])) {
      digits = 10 * digits + bytes[at++] - '0';
    }
    int length = at - first;
    require(length == 1 || (length > 1 && bytes[first] != '0'), at);
    int scale = 0;
    if (at < end && bytes[at] == '.') {
      int point = ++at;
      if (length == 1 && digits == 0) {
        while (at < end && bytes[at] == '0') {
          at++;
        }
        zeros = length + at - point;
      }
      while (at < end && isDigit(bytes[at])) {
        digits = 10 * digits + bytes[at++] - '0';
      }
      scale = at - point;
      require(scale > 0, at);
    }
    _inputPtr = at;
    int exponent = exponent(end) - scale;
    float number =
        length + scale - zeros > MOST_DIGITS ? Float.NaN : DecimalFloat.of(digits, exponent);
    return Float.isNaN(number) ? slowly(start) : negative ? -number : number;
  }

  /** The exponent that may follow; 0 where there is none. */
  private int exponent(int end) throws IOException {
    int at = _inputPtr;
    if (at >= end || (_inputBuffer[at] | 0x20) != 'e') {
      return 0;
    }
    at++;
    boolean negative = at < end && _inputBuffer[at] == '-';
    if (negative || (at < end && _inputBuffer[at] == '+')) {
      at++;
    }
    int first = at;
    int exponent = 0;
    while (at < end && isDigit(_inputBuffer[at])) {
      exponent = Math.min(MOST_EXPONENT, 10 * exponent + _inputBuffer[at++] - '0');
    }
    require(at > first, at);
    _inputPtr = at;
    return negative ? -exponent : exponent;
  }

  private float slowly(int start) {
    return Float.parseFloat(
        new String(_inputBuffer, start, _inputPtr - start, StandardCharsets.ISO_8859_1));
  }

  private void require(boolean sound, int at) throws IOException {
    if (!sound || at == _inputPtr + LONGEST_NUMBER) {
      _reportError("A number is not as JSON has it");
    }
  }

  /** Moves what is left to the front, unless there is room for a number before the end. */
  private void fill() throws IOException {
    int left = _inputEnd - _inputPtr;
    if (left > LONGEST_NUMBER) {
      return;
    }
    System.arraycopy(_inputBuffer, _inputPtr, _inputBuffer, 0, left);
    _currInputProcessed += _inputPtr;
    _currInputRowStart -= _inputPtr;
    _inputPtr = 0;
    _inputEnd = left;
    int read = 0;
    while (read >= 0 && _inputEnd <= LONGEST_NUMBER) {
      read = _inputStream.read(_inputBuffer, _inputEnd, _inputBuffer.length - _inputEnd);
      _inputEnd += Math.max(0, read);
    }
  }
}
