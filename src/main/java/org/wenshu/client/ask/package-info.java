/**
 * Questions over {@code /ws}: each is answered by a stream of events that ends with rows or with
 * the reason why there are none (text2sql contract, sections 2 to 6 and 17).
 */
package org.wenshu.client.ask;
