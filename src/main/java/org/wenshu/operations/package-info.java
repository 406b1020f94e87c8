/**
 * What operators see: meters and health. Observes the path of a question from the side, so that no
 * step of it knows that it is watched.
 */
package org.wenshu.operations;
