-- Knowledge: what has been imported, in collections. A row is there once, told by hashes of what it
-- says; whoever reads by a hash compares the text too.

CREATE TABLE knowledge_collection (
  id INT NOT NULL AUTO_INCREMENT COMMENT 'never used again: who deletes a collection and makes it anew gets another',
  kind ENUM('collection', 'core') CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  owner VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  name VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  title MEDIUMTEXT NOT NULL,
  description MEDIUMTEXT NOT NULL,
  tags MEDIUMTEXT NOT NULL COMMENT 'JSON array of texts',
  graph_dimension INT NULL COMMENT 'of its vectors of entities; empty until there is one',
  document_dimension INT NULL COMMENT 'of its vectors of chunks; empty until there is one',
  generation BIGINT NOT NULL DEFAULT 0 COMMENT 'grows when vectors are removed',
  created_at DATETIME(6) NOT NULL COMMENT 'UTC',
  updated_at DATETIME(6) NOT NULL COMMENT 'UTC',
  PRIMARY KEY (id),
  UNIQUE KEY knowledge_collection_name (kind, owner, name)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin COMMENT 'Collections, and the cores that can be loaded into them';

CREATE TABLE knowledge_load (
  id INT NOT NULL AUTO_INCREMENT,
  core_owner VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  core_name VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  collection_id INT NOT NULL,
  loaded_at DATETIME(6) NOT NULL COMMENT 'UTC',
  PRIMARY KEY (id),
  KEY knowledge_load_core (core_owner, core_name),
  KEY knowledge_load_collection (collection_id)
) DEFAULT CHARSET = utf8mb4 COMMENT 'Which rows of a collection came from which core';

-- Two of the three orders carry the third, because InnoDB appends the primary key: together they
-- find every combination of given parts.
CREATE TABLE knowledge_triple (
  collection_id INT NOT NULL,
  s_hash BIGINT NOT NULL,
  p_hash BIGINT NOT NULL,
  o_hash BIGINT NOT NULL,
  load_id INT NOT NULL DEFAULT 0 COMMENT '0 when it was not loaded from a core',
  uris TINYINT NOT NULL COMMENT 'which parts are URIs: 1 subject + 2 predicate + 4 object',
  s TEXT NOT NULL,
  p TEXT NOT NULL,
  o MEDIUMTEXT NOT NULL,
  PRIMARY KEY (collection_id, s_hash, p_hash, o_hash),
  KEY knowledge_triple_po (collection_id, p_hash, o_hash),
  KEY knowledge_triple_os (collection_id, o_hash, s_hash)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin COMMENT 'Triples';

CREATE TABLE knowledge_graph_embedding (
  id BIGINT NOT NULL AUTO_INCREMENT,
  collection_id INT NOT NULL,
  item_hash BINARY(16) NOT NULL COMMENT 'of the entity and the vector',
  load_id INT NOT NULL DEFAULT 0 COMMENT '0 when it was not loaded from a core',
  uri TINYINT NOT NULL COMMENT 'whether the entity is a URI',
  entity TEXT NOT NULL,
  vector MEDIUMBLOB NOT NULL COMMENT '32-bit floats, lowest byte first',
  PRIMARY KEY (id),
  UNIQUE KEY knowledge_graph_embedding_item (collection_id, item_hash),
  KEY knowledge_graph_embedding_collection (collection_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin COMMENT 'Embeddings of entities';

CREATE TABLE knowledge_document_embedding (
  id BIGINT NOT NULL AUTO_INCREMENT,
  collection_id INT NOT NULL,
  item_hash BINARY(16) NOT NULL COMMENT 'of the id, the text and the vector',
  chunk_id VARCHAR(255) NOT NULL COMMENT 'empty where only the text is known',
  chunk MEDIUMTEXT NOT NULL COMMENT 'empty where only the id is known',
  vector MEDIUMBLOB NOT NULL COMMENT '32-bit floats, lowest byte first',
  PRIMARY KEY (id),
  UNIQUE KEY knowledge_document_embedding_item (collection_id, item_hash),
  KEY knowledge_document_embedding_collection (collection_id, id),
  KEY knowledge_document_embedding_chunk (collection_id, chunk_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin COMMENT 'Embeddings of pieces of documents';

CREATE TABLE knowledge_entity_context (
  collection_id INT NOT NULL,
  entity_hash BIGINT NOT NULL,
  item_hash BINARY(16) NOT NULL COMMENT 'of the entity and the context',
  uri TINYINT NOT NULL COMMENT 'whether the entity is a URI',
  entity TEXT NOT NULL,
  context MEDIUMTEXT NOT NULL,
  PRIMARY KEY (collection_id, entity_hash, item_hash)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin COMMENT 'What is told of entities in words';

CREATE TABLE knowledge_chunk (
  collection_id INT NOT NULL,
  chunk_id VARCHAR(255) NOT NULL,
  document_id VARCHAR(255) NOT NULL,
  ordinal INT NOT NULL,
  chunk MEDIUMTEXT NOT NULL,
  PRIMARY KEY (collection_id, chunk_id),
  KEY knowledge_chunk_document (collection_id, document_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin COMMENT 'Pieces of documents';

CREATE TABLE knowledge_row (
  collection_id INT NOT NULL,
  schema_hash BIGINT NOT NULL,
  item_hash BINARY(16) NOT NULL COMMENT 'of the schema and the values',
  schema_name VARCHAR(255) NOT NULL,
  row_values MEDIUMTEXT NOT NULL COMMENT 'a JSON object',
  confidence DOUBLE NOT NULL,
  source_span MEDIUMTEXT NOT NULL,
  PRIMARY KEY (collection_id, schema_hash, item_hash)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin COMMENT 'Imported rows';

CREATE TABLE knowledge_garbage (
  collection_id INT NOT NULL,
  PRIMARY KEY (collection_id)
) DEFAULT CHARSET = utf8mb4 COMMENT 'Collections that are gone and whose rows may not all be yet';
