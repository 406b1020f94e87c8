/** The one-command run: an embedded database and Payara Micro. Not part of the WAR. */
package org.wenshu.launcher;
