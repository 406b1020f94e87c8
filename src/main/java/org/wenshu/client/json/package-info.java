/** JSON as the doors read it: exact numbers, tolerant of members that are new. */
package org.wenshu.client.json;
