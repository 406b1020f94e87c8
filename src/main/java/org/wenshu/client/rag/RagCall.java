package org.wenshu.client.rag;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A method and its parameters. */
record RagCall(String method, ObjectNode params) {}
