/**
 * Flows and the blueprints they are made of (contract of the gateway, section 1.4). A flow says
 * which services and stores may be used under its id; data belongs to collections, not to flows.
 */
package org.wenshu.knowledge.flow;
