/** How the parts of the knowledge reach their tables. */
package org.wenshu.knowledge.tables;
