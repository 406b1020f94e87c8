/** The error catalogue: one list of codes that every dialect renders in its own form. */
package org.wenshu.error;
