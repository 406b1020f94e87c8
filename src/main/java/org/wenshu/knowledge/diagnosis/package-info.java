/** What a sample of data is, and how its parts fit configured schemas (contract, section 4.14). */
package org.wenshu.knowledge.diagnosis;
