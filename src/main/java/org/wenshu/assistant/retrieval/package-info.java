/** Answers from triples and documents (contract of the gateway, sections 4.5 and 4.6). */
package org.wenshu.assistant.retrieval;
