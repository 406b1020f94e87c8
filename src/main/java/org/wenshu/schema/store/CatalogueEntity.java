package org.wenshu.schema.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.wenshu.schema.SchemaSnapshot;

/** What is stored of a snapshot beside its tables. */
@Entity
@Table(name = "catalogue")
class CatalogueEntity {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  // Read only by the statement that looks for it.
  @SuppressWarnings("UnusedVariable")
  private String target;

  @Column(name = "database_name")
  private String database;

  private String version;

  @Column(name = "scanned_at")
  private Instant scannedAt;

  /** For JPA. */
  protected CatalogueEntity() {}

  CatalogueEntity(String target) {
    this.target = target;
    this.version = "";
  }

  long id() {
    return id;
  }

  String database() {
    return database;
  }

  String version() {
    return version;
  }

  Instant scannedAt() {
    return scannedAt;
  }

  void become(SchemaSnapshot snapshot) {
    database = snapshot.database();
    version = snapshot.version();
    scannedAt = snapshot.scannedAt();
  }
}
