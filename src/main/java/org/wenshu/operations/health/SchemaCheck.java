package org.wenshu.operations.health;

import java.util.Optional;
import java.util.function.Supplier;
import org.wenshu.schema.SchemaSnapshot;

/** Looks whether the schema of the database is known; without it no question can be answered. */
public final class SchemaCheck implements HealthCheck {
  private final Supplier<Optional<SchemaSnapshot>> current;

  /** A check of what the catalogue knows; the supplier must not wait. */
  public SchemaCheck(Supplier<Optional<SchemaSnapshot>> current) {
    this.current = current;
  }

  @Override
  public String kind() {
    return "database";
  }

  @Override
  public String name() {
    return "schema";
  }

  @Override
  public boolean essential() {
    return true;
  }

  @Override
  public Finding look() {
    return current.get().map(SchemaCheck::known).orElseGet(SchemaCheck::unknown);
  }

  private static Finding known(SchemaSnapshot snapshot) {
    return Finding.of(HealthStatus.HEALTHY, "数据库结构已加载", "The schema is known")
        .with("tables", snapshot.tables().size())
        .with("scanned_at", snapshot.scannedAt().toString());
  }

  private static Finding unknown() {
    return Finding.of(HealthStatus.UNKNOWN, "数据库结构尚未加载", "The schema is not known yet");
  }
}
