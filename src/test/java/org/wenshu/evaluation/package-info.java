/**
 * Measures how many questions are answered rightly: gold questions on the demo schema that run as a
 * test, and whole benchmark folders that run on demand. The rules of comparison are written down in
 * {@code docs/evaluation.md}.
 */
package org.wenshu.evaluation;
