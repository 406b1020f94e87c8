/**
 * One record for every question, whatever became of it: to the log at once, to a table of Wenshu's
 * own in batches.
 */
package org.wenshu.audit;
