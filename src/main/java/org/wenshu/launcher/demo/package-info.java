/** The demo data: a small shop, its company and a price feed, the same at every loading. */
package org.wenshu.launcher.demo;
