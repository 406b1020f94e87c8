-- Texts that were accepted and are not yet cut, embedded and stored. Whoever accepted one may be
-- gone: any server works on those that are ready, and holds one by moving that moment on.

CREATE TABLE library_arrival (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'in the order of acceptance',
  collection_owner VARCHAR(255) NOT NULL,
  collection_name VARCHAR(255) NOT NULL,
  document_id VARCHAR(255) NOT NULL,
  metadata MEDIUMTEXT NOT NULL COMMENT 'triples, JSON',
  accepted_at DATETIME(6) NOT NULL COMMENT 'UTC',
  ready_at DATETIME(6) NOT NULL COMMENT 'UTC; later while somebody works on it or it has failed',
  claim CHAR(36) NULL COMMENT 'who works on it, until ready_at',
  attempts INT NOT NULL DEFAULT 0,
  problem TEXT NULL COMMENT 'of the last attempt that failed',
  PRIMARY KEY (id),
  KEY library_arrival_ready (ready_at),
  KEY library_arrival_document (collection_owner, collection_name, document_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin COMMENT 'Texts on their way into collections';

CREATE TABLE library_arrival_part (
  arrival_id BIGINT NOT NULL,
  part INT NOT NULL COMMENT 'from 0',
  content MEDIUMBLOB NOT NULL COMMENT 'UTF-8',
  PRIMARY KEY (arrival_id, part)
) COMMENT 'Their content, in parts that fit a packet';
