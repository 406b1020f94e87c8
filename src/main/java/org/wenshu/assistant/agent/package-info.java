/** Answers questions in steps, with tools (contract of the gateway, section 4.2). */
package org.wenshu.assistant.agent;
