/** What a gateway answers when a request fails: one class for each type of error, on every way. */
package org.wenshu.client.gateway.error;
