/** Outbound calls to language models over HTTP; provider errors are mapped in one place. */
package org.wenshu.llm;
