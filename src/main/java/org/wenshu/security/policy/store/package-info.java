/** Keeps rules in Wenshu's own database. */
package org.wenshu.security.policy.store;
