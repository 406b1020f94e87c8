package org.wenshu.security.policy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a column's name says it holds of people, and what is shown in its place (contract of the RAG
 * query protocol, section 7.3). Names are compared by whole words, so that {@code shipping} is no
 * {@code ip}; the first kind that fits counts. A value that does not look as its kind should is
 * shown as stars alone, and a missing one stays missing.
 */
enum SensitiveColumn {
  PASSWORD(false, "'******'", "pass hash|pass salt"),
  EMAIL(
      false,
      "IF(INSTR({0}, '@') > 0, CONCAT(LEFT(SUBSTRING_INDEX({0}, '@', 1), 3), '***@',"
          + " SUBSTRING_INDEX({0}, '@', -1)), CONCAT(LEFT({0}, 0), '***'))",
      "email|emails|mail|mails|useremail|emailaddress"),
  IP(
      true,
      "IF(CHAR_LENGTH({0}) - CHAR_LENGTH(REPLACE({0}, '.', '')) = 3,"
          + " CONCAT(SUBSTRING_INDEX({0}, '.', 2), '.*.*'), CONCAT(LEFT({0}, 0), '*.*'))",
      "ip|ips|ipv|ipaddr|ipaddress"),
  ID_CARD(
      true,
      "IF(CHAR_LENGTH({0}) >= 15, CONCAT(LEFT({0}, 6), '********', RIGHT({0}, 4)),"
          + " CONCAT(LEFT({0}, 0), '********'))",
      "id card|idcard|id number|idnumber|id no|idno|identity card"),
  BANK_CARD(
      true,
      "IF(CHAR_LENGTH({0}) = 16, CONCAT(LEFT({0}, 4), '********', RIGHT({0}, 4)),"
          + " CONCAT(LEFT({0}, 0), '********'))",
      "credit card|creditcard|card number|cardnumber|card no|bank card"),
  BANK_ACCOUNT(true, "CONCAT(LEFT({0}, 0), '****')", "bank account|bankaccount"),
  PHONE(
      true,
      "IF(CHAR_LENGTH({0}) = 11, CONCAT(LEFT({0}, 3), '****', RIGHT({0}, 4)),"
          + " CONCAT(LEFT({0}, 0), '****'))",
      "phone|phones|mobile|tel|telephone|cellphone|mobilephone|phonenumber"),
  ADDRESS(false, "CONCAT(LEFT({0}, 10), '***')", "address|addresses|addr|location"),
  TOKEN(false, "CONCAT(LEFT({0}, 0), '***')", "token|tokens|api key|apikey"),
  PERSON(
      false,
      "IF(CHAR_LENGTH({0}) > 4, CONCAT(LEFT({0}, 2), '***', RIGHT({0}, 2)),"
          + " CONCAT(LEFT({0}, 1), '***'))",
      "");

  /** Most names hold none of these, and need not be taken apart. */
  private static final Pattern SUSPECT =
      Pattern.compile(
          "pass|pwd|密码|口令|mail|ip|id[^a-z]*(card|num|no)|identity|card|bank|phone|mobile|tel|addr"
              + "|location|token|api[^a-z]*key|(real|full|user)[^a-z]*name");

  private static final Set<String> PERSONAL_NAMES =
      Set.of("realname", "fullname", "username", "userrealname", "userfullname");

  /** Columns that tell something about what is sensitive, and not that itself. */
  private static final Set<String> FACTS =
      Set.of(
          "id",
          "type",
          "kind",
          "status",
          "state",
          "flag",
          "count",
          "total",
          "verified",
          "confirmed",
          "valid",
          "enabled",
          "at",
          "time",
          "date",
          "size",
          "length",
          "limit",
          "version",
          "level",
          "category",
          "model",
          "brand",
          "format",
          "provider");

  private final boolean alsoNumbers;
  private final String mask;
  private final Pattern terms;

  SensitiveColumn(boolean alsoNumbers, String mask, String terms) {
    this.alsoNumbers = alsoNumbers;
    this.mask = mask;
    this.terms = ColumnWords.terms(terms);
  }

  /** Large schemas use the same names over and over. */
  private static final RecentlyUsed<Named, Optional<SensitiveColumn>> KNOWN =
      new RecentlyUsed<>(10_000);

  private record Named(String column, ValueFamily family) {}

  /** What the column is; empty for most. */
  static Optional<SensitiveColumn> of(String column, ValueFamily family) {
    Named named = new Named(column, family);
    return KNOWN.get(named).orElseGet(() -> KNOWN.put(named, judge(column, family)));
  }

  private static Optional<SensitiveColumn> judge(String column, ValueFamily family) {
    boolean plain =
        family == ValueFamily.TIME
            || family == ValueFamily.TRUTH
            || !SUSPECT.matcher(column.toLowerCase(Locale.ROOT)).find();
    if (plain) {
      return Optional.empty();
    }
    ColumnWords words = ColumnWords.of(column);
    return isPassword(words, family)
        ? Optional.of(PASSWORD)
        : Arrays.stream(values()).filter(kind -> kind.fits(words, family)).findFirst();
  }

  /** Spelled in any way; a bare {@code pass} may also be a mark in an examination. */
  private static boolean isPassword(ColumnWords words, ValueFamily family) {
    String joined = words.joined();
    boolean surely =
        Set.of("password", "passwd", "pwd", "密码", "口令").stream().anyMatch(joined::contains);
    boolean bare = family != ValueFamily.NUMBER && words.endWith(Set.of("pass"));
    return surely || bare;
  }

  private boolean fits(ColumnWords words, ValueFamily family) {
    if (family == ValueFamily.NUMBER && !alsoNumbers) {
      return false;
    }
    return this == PERSON
        ? PERSONAL_NAMES.contains(words.joined())
        : words.hold(terms) && !words.endWith(FACTS);
  }

  /** SQL that is shown in the place of the column. */
  String mask(String column, ValueFamily family) {
    String name = '`' + column.replace("`", "``") + '`';
    return switch (family) {
      case TEXT -> mask.replace("{0}", name);
      case NUMBER -> mask.replace("{0}", "CAST(" + name + " AS CHAR)");
      default -> PASSWORD.mask;
    };
  }
}
