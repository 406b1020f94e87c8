/**
 * Reads MicroProfile Config and puts Wenshu's parts together. Imported by nobody; the only package
 * that sees the configuration API and CDI producers.
 */
package org.wenshu.config;
