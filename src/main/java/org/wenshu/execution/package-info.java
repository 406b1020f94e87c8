/**
 * Runs guarded SQL, and nothing else, on the read-only pool of the database being asked: timeout,
 * row cap, cancellation that reaches the server.
 */
package org.wenshu.execution;
