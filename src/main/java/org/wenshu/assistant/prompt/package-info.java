/**
 * Prompt templates that clients keep in the configuration (contract of the gateway, section 4.4).
 */
package org.wenshu.assistant.prompt;
