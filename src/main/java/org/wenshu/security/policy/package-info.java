/** Rules about who may read which tables, columns and rows, and what they come to for a caller. */
package org.wenshu.security.policy;
