package org.wenshu.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenshu.TestingDatabase;
import org.wenshu.config.TestingTargetDataSource;

class TargetPrivilegesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "GRANT USAGE ON *.* TO `r`@`%` IDENTIFIED BY PASSWORD '*x'",
        "GRANT SELECT, SHOW VIEW ON `shop`.* TO `r`@`%`",
        "GRANT SELECT (`a`, `b`) ON `shop`.`t` TO `r`@`%`",
        "GRANT PROCESS, SHOW DATABASES ON *.* TO `r`@`%`",
      })
  void acceptsGrantsThatOnlyRead(String grant) {
    assertThat(TargetPrivileges.beyondReading(grant)).isEmpty();
  }

  @Test
  void namesWhatGoesBeyond() {
    assertThat(TargetPrivileges.beyondReading("GRANT SELECT, INSERT, UPDATE (`a`) ON `s`.* TO `r`"))
        .containsExactly("INSERT ON `s`.*", "UPDATE ON `s`.*");
    assertThat(TargetPrivileges.beyondReading("GRANT ALL PRIVILEGES ON *.* TO `r`@`%`"))
        .containsExactly("ALL PRIVILEGES ON *.*");
    assertThat(TargetPrivileges.beyondReading("GRANT `writers`@`%` TO `r`@`%`"))
        .containsExactly("the role `writers`@`%`");
    assertThat(TargetPrivileges.beyondReading("GRANT SELECT ON `s`.* TO `r`@`%` WITH GRANT OPTION"))
        .containsExactly("GRANT OPTION ON `s`.*");
  }

  @Test
  void tellsReaderFromRoot() throws SQLException {
    assertThat(
            TargetPrivileges.beyondReading(
                new TestingTargetDataSource(TestingDatabase.demoUrl(), Map.of())))
        .isEmpty();
    MysqlDataSource root = new MysqlDataSource();
    root.setUrl(TestingDatabase.demoUrl());
    root.setUser(TestingDatabase.root().user());
    root.setPassword(TestingDatabase.root().password());
    List<String> beyond = TargetPrivileges.beyondReading(root);
    assertThat(beyond).contains("ALL PRIVILEGES ON *.*");
  }
}
