package org.wenshu.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.wenshu.sql.SqlToken.Kind;

/**
 * Cuts text as MySQL 8 does with backslash escapes on and {@code ANSI_QUOTES} off, in a connection
 * of character set utf8mb4. Never fails: what the server could not cut is an {@link Kind#INVALID}
 * token, which reaches to the end of the text where no end can be told. Takes time linear in the
 * length. Confined to one text.
 */
public final class MySqlLexer {
  private static final Set<String> CHARACTER_SETS =
      Set.of(
          ("armscii8 ascii big5 binary cp1250 cp1251 cp1256 cp1257 cp850 cp852 cp866 cp932 dec8"
                  + " eucjpms euckr gb18030 gb2312 gbk geostd8 greek hebrew hp8 keybcs2 koi8r koi8u"
                  + " latin1 latin2 latin5 latin7 macce macroman sjis swe7 tis620 ucs2 ujis utf16"
                  + " utf16le utf32 utf8 utf8mb3 utf8mb4")
              .split(" "));

  private final CharScanner in;
  private final List<SqlToken> tokens = new ArrayList<>();

  private MySqlLexer(String text) {
    this.in = new CharScanner(text);
  }

  /** The tokens of the text in their order, comments included. */
  public static List<SqlToken> tokens(String text) {
    MySqlLexer lexer = new MySqlLexer(text);
    while (!lexer.in.atEnd()) {
      lexer.next();
    }
    return lexer.tokens;
  }

  /** The tokens of the text without ordinary comments. */
  public static List<SqlToken> code(String text) {
    return tokens(text).stream().filter(SqlToken::isCode).toList();
  }

  private void next() {
    char c = in.peek();
    if (CharScanner.isSpace(c)) {
      in.advance(1);
      return;
    }
    in.mark();
    Kind kind = CharScanner.isNamePart(c) && followsDot() ? name() : cut(c);
    tokens.add(in.token(kind));
  }

  private Kind cut(char c) {
    return switch (c) {
      case '\'', '"' -> in.skipQuoted(c, true) ? Kind.STRING : Kind.INVALID;
      case '`' -> quotedName();
      case '@' -> variable();
      case '#' -> lineComment();
      case '-' -> in.startsLineComment() ? lineComment() : operator();
      case '/' -> in.looksAt("/*") ? blockComment() : operator();
      case ':' -> in.looksAt(":=") ? operator() : in.take(1, Kind.PUNCTUATION);
      case '.' -> dot();
      case ';' -> in.take(1, Kind.SEMICOLON);
      case '(' -> in.take(1, Kind.LEFT_PARENTHESIS);
      case ')' -> in.take(1, Kind.RIGHT_PARENTHESIS);
      case ',', '{', '}' -> in.take(1, Kind.PUNCTUATION);
      default -> CharScanner.isNamePart(c) ? literalOrWord(c) : operator();
    };
  }

  private Kind literalOrWord(char c) {
    if (CharScanner.isDigit(c)) {
      return number();
    }
    if (in.peek(1) != '\'') {
      return introducerOrWord();
    }
    return switch (c) {
      case 'n', 'N' -> {
        in.advance(1);
        yield in.skipQuoted('\'', true) ? Kind.NATIONAL_STRING : Kind.INVALID;
      }
      case 'x', 'X' ->
          in.skipRadixString(CharScanner::isHexDigit) % 2 == 0 ? Kind.HEX : Kind.INVALID;
      case 'b', 'B' -> in.skipRadixString(CharScanner::isBit) >= 0 ? Kind.BIT : Kind.INVALID;
      default -> introducerOrWord();
    };
  }

  private Kind introducerOrWord() {
    Kind kind = name();
    String text = in.marked();
    boolean introducer =
        text.charAt(0) == '_'
            && CHARACTER_SETS.contains(text.substring(1).toLowerCase(Locale.ROOT));
    return introducer ? Kind.INTRODUCER : kind;
  }

  /** A name that starts with a dollar sign begins a dollar-quoted string on newer servers. */
  private Kind name() {
    boolean dollar = in.peek() == '$';
    return in.skipName() && !dollar ? Kind.WORD : Kind.INVALID;
  }

  /** Behind a dot that is glued to it, even digits or {@code 0x1f} are a name. */
  private boolean followsDot() {
    return isLastHere() && last().isSymbol(".");
  }

  /** A dot before a digit starts a number, unless it is glued to the word before it. */
  private Kind dot() {
    boolean glued = isLastHere() && last().kind() == Kind.WORD;
    if (CharScanner.isDigit(in.peek(1)) && !glued) {
      return in.skipNumber() ? Kind.NUMBER : Kind.INVALID;
    }
    return in.take(1, Kind.PUNCTUATION);
  }

  private boolean isLastHere() {
    return !tokens.isEmpty() && last().end() == in.position();
  }

  private SqlToken last() {
    return tokens.get(tokens.size() - 1);
  }

  private Kind number() {
    if (in.looksAt("0x") && in.skipRadix(CharScanner::isHexDigit)) {
      return Kind.HEX;
    }
    if (in.looksAt("0b") && in.skipRadix(CharScanner::isBit)) {
      return Kind.BIT;
    }
    if (in.looksAtNumber()) {
      return in.skipNumber() ? Kind.NUMBER : Kind.INVALID;
    }
    return name();
  }

  private Kind quotedName() {
    boolean closed = in.skipQuoted('`', false);
    String text = in.marked();
    return closed && text.length() > 2 && text.indexOf('\0') < 0
        ? Kind.QUOTED_IDENTIFIER
        : Kind.INVALID;
  }

  private Kind variable() {
    in.advance(in.looksAt("@@") ? 2 : 1);
    char c = in.peek();
    if (c == '\'' || c == '"' || c == '`') {
      return in.skipQuoted(c, c != '`') ? Kind.VARIABLE : Kind.INVALID;
    }
    in.skipVariableName();
    return Kind.VARIABLE;
  }

  /** The server ends a line comment at NUL as well, which no reader of the text would see. */
  private Kind lineComment() {
    in.skipLine();
    return in.marked().indexOf('\0') < 0 ? Kind.COMMENT : Kind.INVALID;
  }

  private Kind blockComment() {
    Kind kind = Kind.COMMENT;
    if (in.looksAt("/*!") || in.looksAt("/*M!")) {
      kind = Kind.EXECUTABLE_COMMENT;
    } else if (in.looksAt("/*+")) {
      kind = Kind.HINT;
    }
    return in.skipBlockComment() || kind == Kind.EXECUTABLE_COMMENT ? kind : Kind.INVALID;
  }

  private Kind operator() {
    return in.skipOperator() ? Kind.OPERATOR : in.take(1, Kind.INVALID);
  }
}
