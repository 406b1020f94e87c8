/** Who asks, and what that caller may do. */
package org.wenshu.security;
