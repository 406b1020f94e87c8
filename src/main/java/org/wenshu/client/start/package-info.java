/**
 * The beginning of {@code java -jar}: the command line needs Jackson, which lies inside the jar for
 * those who run it alone.
 */
package org.wenshu.client.start;
