package org.wenshu.schema.details;

import java.time.Instant;
import java.util.Optional;

/**
 * A view.
 *
 * @param name as stored
 * @param definition its query; empty where the account may not see it, or it names what the caller
 *     may not know
 * @param comment empty: servers keep none for views
 * @param createdAt empty where the server does not tell
 */
public record ViewDetails(
    String name, String definition, String comment, Optional<Instant> createdAt) {}
