/** Has a language model write the SQL. The model itself is behind {@code ChatModel}. */
package org.wenshu.generation.model;
