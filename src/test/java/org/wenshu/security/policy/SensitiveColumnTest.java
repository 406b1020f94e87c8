package org.wenshu.security.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What names of columns say, and what they do not. */
class SensitiveColumnTest {
  @ParameterizedTest
  @CsvSource({
    "password, PASSWORD",
    "PASSWORD_HASH, PASSWORD",
    "userPwd, PASSWORD",
    "pwd2, PASSWORD",
    "old_passwd, PASSWORD",
    "pass, PASSWORD",
    "user_pass, PASSWORD",
    "pass_word, PASSWORD",
    "pass_hash, PASSWORD",
    "登录密码, PASSWORD",
    "email, EMAIL",
    "E_Mail, EMAIL",
    "contactEmail, EMAIL",
    "email_address, EMAIL",
    "email2, EMAIL",
    "phone, PHONE",
    "home_phone, PHONE",
    "phoneNumber, PHONE",
    "mobile, PHONE",
    "tel, PHONE",
    "id_card, ID_CARD",
    "idCardNo, ID_CARD",
    "id_number, ID_CARD",
    "credit_card, BANK_CARD",
    "card_number, BANK_CARD",
    "bank_account, BANK_ACCOUNT",
    "address, ADDRESS",
    "shipping_address, ADDRESS",
    "location, ADDRESS",
    "ip, IP",
    "client_ip, IP",
    "lastLoginIP, IP",
    "IPAddress, IP",
    "ipv4, IP",
    "token, TOKEN",
    "access_token, TOKEN",
    "api_key, TOKEN",
    "apiKey, TOKEN",
    "real_name, PERSON",
    "fullName, PERSON",
    "username, PERSON",
    "user_name, PERSON"
  })
  void tellsWhatAColumnHolds(String column, SensitiveColumn kind) {
    assertThat(SensitiveColumn.of(column, ValueFamily.TEXT)).contains(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name",
        "product_name",
        "company_name",
        "company_full_name",
        "category_name",
        "description",
        "shipping",
        "zip",
        "recipient",
        "equipment",
        "script",
        "hotel",
        "hostel",
        "telemetry",
        "microphone_brand",
        "email_type",
        "phone_status",
        "address_id",
        "token_type",
        "location_id",
        "passport_country",
        "passenger",
        "passed",
        "compass",
        "bypass_reason",
        "relocation",
        "tokenizer",
        "key",
        "order_no",
        "card_type",
        "status",
        ""
      })
  void leavesOthersAlone(String column) {
    assertThat(SensitiveColumn.of(column, ValueFamily.TEXT)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "password_changed_at, TIME",
    "email_verified, TRUTH",
    "phone, TRUTH",
    "tokens, NUMBER",
    "total_tokens, NUMBER",
    "pass, NUMBER",
    "location, NUMBER",
    "address, NUMBER"
  })
  void leavesFactsAndFiguresAlone(String column, ValueFamily family) {
    assertThat(SensitiveColumn.of(column, family)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"password, PASSWORD", "phone, PHONE", "id_number, ID_CARD", "ip, IP"})
  void knowsNumbersThatStandForPeople(String column, SensitiveColumn kind) {
    assertThat(SensitiveColumn.of(column, ValueFamily.NUMBER)).contains(kind);
    assertThat(kind.mask(column, ValueFamily.NUMBER)).doesNotContain("(`" + column + "`,");
  }
}
