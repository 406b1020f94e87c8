/**
 * Links the literals of a statement to stored values: abbreviations of departments and projects
 * become the full names (contract of the text2sql stream, section 9).
 */
package org.wenshu.values;
