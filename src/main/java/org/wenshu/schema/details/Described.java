package org.wenshu.schema.details;

import java.util.Optional;
import org.wenshu.question.Wording;

/**
 * A description, and what the reader should know about it.
 *
 * @param value what was asked for
 * @param warning set when the database could not be read and older facts are told
 * @param <T> {@link TableDetails} or {@link SchemaDetails}
 */
public record Described<T>(T value, Optional<Wording> warning) {}
