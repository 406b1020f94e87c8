package org.wenshu.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountsTest {
  @TempDir Path folder;

  @Test
  void keepsPasswordsBetweenRunsWhereOnlyTheirOwnerReadsThem() throws IOException {
    Path file = folder.resolve("accounts.properties");
    Accounts drawn = Accounts.loadOrCreate(file);
    assertThat(Accounts.loadOrCreate(file)).isEqualTo(drawn);
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void drawsPasswordsThatDiffer() {
    Accounts one = Accounts.loadOrCreate(folder.resolve("one"));
    Accounts other = Accounts.loadOrCreate(folder.resolve("other"));
    assertThat(one.reader().password()).hasSizeGreaterThan(30).isNotEqualTo(one.root().password());
    assertThat(one.reader().password()).isNotEqualTo(other.reader().password());
  }
}
