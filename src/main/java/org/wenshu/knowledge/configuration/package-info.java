/**
 * Configuration that clients keep on the server: types of keys with text values under one version
 * (contract of the gateway, section 1.5). Prompts, flows and schemas of rows live here too.
 */
package org.wenshu.knowledge.configuration;
