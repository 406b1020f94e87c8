/** Prompt templates, and the assembly of one prompt for a question within a token budget. */
package org.wenshu.prompt;
