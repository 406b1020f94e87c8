/**
 * Callers from JSON Web Tokens (RFC 7519): whose signature is believed, what a token must claim,
 * and what of its claims becomes a caller.
 */
package org.wenshu.security.jwt;
