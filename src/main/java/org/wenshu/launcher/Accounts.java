package org.wenshu.launcher;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/**
 * The three accounts of an embedded database. Passwords are drawn once and kept in a file that only
 * its owner can read.
 */
record Accounts(Account root, Account store, Account reader) {
  private static final int PASSWORD_BYTES = 18;

  /** Reads the accounts from the file, or draws new passwords and writes it. */
  static Accounts loadOrCreate(Path file) {
    try {
      if (!Files.exists(file)) {
        write(file, draw());
      }
      return read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Accounts draw() {
    SecureRandom random = new SecureRandom();
    return new Accounts(
        new Account("wenshu_root", password(random)),
        new Account("wenshu_store", password(random)),
        new Account("wenshu_reader", password(random)));
  }

  private static String password(SecureRandom random) {
    byte[] bytes = new byte[PASSWORD_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static void write(Path file, Accounts accounts) throws IOException {
    Properties properties = new Properties();
    for (Account account : new Account[] {accounts.root, accounts.store, accounts.reader}) {
      properties.setProperty(account.user(), account.password());
    }
    PrivateFiles.create(file);
    try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      properties.store(writer, "Accounts of the embedded database");
    }
  }

  private static Accounts read(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return new Accounts(
        account(properties, "wenshu_root"),
        account(properties, "wenshu_store"),
        account(properties, "wenshu_reader"));
  }

  private static Account account(Properties properties, String user) {
    return new Account(user, properties.getProperty(user));
  }

  /** The statements that make the server's accounts match these; run at every start. */
  String initFile() {
    return String.join(
        "\n",
        "DELETE FROM mysql.global_priv WHERE User = '' OR User = 'root';",
        "DELETE FROM mysql.db WHERE User = '' OR User = 'PUBLIC';",
        "FLUSH PRIVILEGES;",
        "CREATE DATABASE IF NOT EXISTS wenshu;",
        declare(root),
        declare(store),
        declare(reader),
        "GRANT ALL PRIVILEGES ON *.* TO 'wenshu_root'@'%' WITH GRANT OPTION;",
        "GRANT ALL PRIVILEGES ON wenshu.* TO 'wenshu_store'@'%';",
        "");
  }

  private static String declare(Account account) {
    // One statement per line: the server reads its init file line by line.
    return "CREATE OR REPLACE USER '%s'@'%%' IDENTIFIED BY '%s';"
        .formatted(account.user(), account.password());
  }
}
