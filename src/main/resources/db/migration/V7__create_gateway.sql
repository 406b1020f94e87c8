-- What clients of the gateway keep on the server: configuration, documents and their processing.

CREATE TABLE gateway_configuration (
  config_type VARCHAR(128) NOT NULL,
  config_key VARCHAR(512) NOT NULL,
  config_value LONGTEXT NOT NULL COMMENT 'often JSON',
  PRIMARY KEY (config_type, config_key)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin COMMENT 'Values by type and key';

CREATE TABLE gateway_configuration_version (
  id TINYINT NOT NULL,
  version BIGINT NOT NULL COMMENT 'grows with every change',
  PRIMARY KEY (id)
) COMMENT 'One row';

INSERT INTO gateway_configuration_version (id, version) VALUES (1, 1);

CREATE TABLE library_document (
  owner VARCHAR(128) NOT NULL,
  id VARCHAR(512) NOT NULL,
  added_at BIGINT NOT NULL COMMENT 'seconds of the epoch, as the client says',
  kind VARCHAR(255) NOT NULL COMMENT 'type of its content',
  title MEDIUMTEXT NOT NULL,
  comments MEDIUMTEXT NOT NULL,
  metadata MEDIUMTEXT NOT NULL COMMENT 'triples, JSON',
  tags MEDIUMTEXT NOT NULL COMMENT 'JSON array',
  PRIMARY KEY (owner, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin COMMENT 'Documents of the library';

CREATE TABLE library_content (
  owner VARCHAR(128) NOT NULL,
  id VARCHAR(512) NOT NULL,
  part INT NOT NULL COMMENT 'from 0',
  content MEDIUMBLOB NOT NULL,
  PRIMARY KEY (owner, id, part)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin COMMENT 'Their content, in parts that fit a packet';

CREATE TABLE library_processing (
  owner VARCHAR(128) NOT NULL,
  id VARCHAR(512) NOT NULL,
  document_id VARCHAR(512) NOT NULL,
  started_at BIGINT NOT NULL COMMENT 'seconds of the epoch, as the client says',
  flow VARCHAR(255) NOT NULL,
  collection_id VARCHAR(255) NOT NULL,
  tags MEDIUMTEXT NOT NULL COMMENT 'JSON array',
  PRIMARY KEY (owner, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin COMMENT 'Documents given to flows';

-- A flow that runs from the start: clients that name none mean this one.
INSERT INTO gateway_configuration (config_type, config_key, config_value) VALUES
  ('flow-blueprint', 'default', '{"description": "Every service of Wenshu", "tags": ["default"], "parameters": {}, "interfaces": {"agent": {"request": "wenshu:/{id}/agent/request", "response": "wenshu:/{id}/agent/response"}, "text-completion": {"request": "wenshu:/{id}/text-completion/request", "response": "wenshu:/{id}/text-completion/response"}, "prompt": {"request": "wenshu:/{id}/prompt/request", "response": "wenshu:/{id}/prompt/response"}, "mcp-tool": {"request": "wenshu:/{id}/mcp-tool/request", "response": "wenshu:/{id}/mcp-tool/response"}, "graph-rag": {"request": "wenshu:/{id}/graph-rag/request", "response": "wenshu:/{id}/graph-rag/response"}, "document-rag": {"request": "wenshu:/{id}/document-rag/request", "response": "wenshu:/{id}/document-rag/response"}, "embeddings": {"request": "wenshu:/{id}/embeddings/request", "response": "wenshu:/{id}/embeddings/response"}, "graph-embeddings": {"request": "wenshu:/{id}/graph-embeddings/request", "response": "wenshu:/{id}/graph-embeddings/response"}, "document-embeddings": {"request": "wenshu:/{id}/document-embeddings/request", "response": "wenshu:/{id}/document-embeddings/response"}, "triples": {"request": "wenshu:/{id}/triples/request", "response": "wenshu:/{id}/triples/response"}, "objects": {"request": "wenshu:/{id}/objects/request", "response": "wenshu:/{id}/objects/response"}, "nlp-query": {"request": "wenshu:/{id}/nlp-query/request", "response": "wenshu:/{id}/nlp-query/response"}, "structured-query": {"request": "wenshu:/{id}/structured-query/request", "response": "wenshu:/{id}/structured-query/response"}, "structured-diag": {"request": "wenshu:/{id}/structured-diag/request", "response": "wenshu:/{id}/structured-diag/response"}, "text-load": "wenshu:/{id}/text-load", "document-load": "wenshu:/{id}/document-load", "triples-store": "wenshu:/{id}/triples-store", "graph-embeddings-store": "wenshu:/{id}/graph-embeddings-store", "document-embeddings-store": "wenshu:/{id}/document-embeddings-store", "objects-store": "wenshu:/{id}/objects-store", "entity-contexts-load": "wenshu:/{id}/entity-contexts-load"}}'),
  ('flow', 'default', '{"blueprint-name": "default", "class-name": "default", "description": "The services that run from the start", "parameters": {}, "interfaces": {"agent": {"request": "wenshu:/default/agent/request", "response": "wenshu:/default/agent/response"}, "text-completion": {"request": "wenshu:/default/text-completion/request", "response": "wenshu:/default/text-completion/response"}, "prompt": {"request": "wenshu:/default/prompt/request", "response": "wenshu:/default/prompt/response"}, "mcp-tool": {"request": "wenshu:/default/mcp-tool/request", "response": "wenshu:/default/mcp-tool/response"}, "graph-rag": {"request": "wenshu:/default/graph-rag/request", "response": "wenshu:/default/graph-rag/response"}, "document-rag": {"request": "wenshu:/default/document-rag/request", "response": "wenshu:/default/document-rag/response"}, "embeddings": {"request": "wenshu:/default/embeddings/request", "response": "wenshu:/default/embeddings/response"}, "graph-embeddings": {"request": "wenshu:/default/graph-embeddings/request", "response": "wenshu:/default/graph-embeddings/response"}, "document-embeddings": {"request": "wenshu:/default/document-embeddings/request", "response": "wenshu:/default/document-embeddings/response"}, "triples": {"request": "wenshu:/default/triples/request", "response": "wenshu:/default/triples/response"}, "objects": {"request": "wenshu:/default/objects/request", "response": "wenshu:/default/objects/response"}, "nlp-query": {"request": "wenshu:/default/nlp-query/request", "response": "wenshu:/default/nlp-query/response"}, "structured-query": {"request": "wenshu:/default/structured-query/request", "response": "wenshu:/default/structured-query/response"}, "structured-diag": {"request": "wenshu:/default/structured-diag/request", "response": "wenshu:/default/structured-diag/response"}, "text-load": "wenshu:/default/text-load", "document-load": "wenshu:/default/document-load", "triples-store": "wenshu:/default/triples-store", "graph-embeddings-store": "wenshu:/default/graph-embeddings-store", "document-embeddings-store": "wenshu:/default/document-embeddings-store", "objects-store": "wenshu:/default/objects-store", "entity-contexts-load": "wenshu:/default/entity-contexts-load"}}');
