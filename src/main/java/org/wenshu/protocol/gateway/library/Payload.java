package org.wenshu.protocol.gateway.library;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Base64;
import org.wenshu.protocol.gateway.service.ServiceException;

/** The content of documents on the wire. */
final class Payload {
  static final String ERROR = "load-error";

  private Payload() {}

  /** The bytes behind base64, with or without line breaks. */
  static byte[] bytes(String base64) {
    try {
      return Base64.getMimeDecoder().decode(strict(base64).getBytes(StandardCharsets.US_ASCII));
    } catch (IllegalArgumentException e) {
      throw ServiceException.of(ERROR, "内容不是有效的 base64", "The content is not valid base64");
    }
  }

  /** The lenient decoder skips what is no base64 at all. */
  private static String strict(String base64) {
    for (int i = 0; i < base64.length(); i++) {
      char c = base64.charAt(i);
      boolean valid = Character.isLetterOrDigit(c) && c < 128;
      if (!valid && "+/=\r\n".indexOf(c) < 0) {
        throw new IllegalArgumentException("No base64");
      }
    }
    return base64;
  }

  /** The text in that encoding. */
  static String text(byte[] bytes, String charset) {
    try {
      return Charset.forName(charset).newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw ServiceException.of(ERROR, "不支持的字符集 " + charset, "Unknown charset " + charset);
    } catch (CharacterCodingException e) {
      throw ServiceException.of(
          ERROR, "内容不符合字符集 " + charset, "The content is not valid " + charset);
    }
  }

  /** The text of a document of that kind. */
  static String text(byte[] bytes, String kind, String charset) {
    boolean pdf =
        bytes.length > 4 && new String(bytes, 0, 5, StandardCharsets.ISO_8859_1).equals("%PDF-");
    if (pdf || kind.equals("application/pdf")) {
      throw ServiceException.of(
          ERROR, "暂不支持 PDF，请提供纯文本", "PDF is not read here; please send plain text");
    }
    return text(bytes, charset);
  }
}
