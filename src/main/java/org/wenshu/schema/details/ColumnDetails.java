package org.wenshu.schema.details;

import java.util.Optional;

/**
 * A column as described to a caller.
 *
 * @param name as stored
 * @param type the full type, such as {@code varchar(100)}
 * @param nullable whether NULL may occur
 * @param defaultValue without quotes; empty when there is none, or none that may be told
 * @param comment empty when there is none
 * @param primaryKey whether it is part of the primary key
 * @param autoIncrement whether the database numbers it
 * @param position from 1 among the columns the caller may know
 * @param characterSet of a text column, where known
 * @param collation of a text column, where known
 */
public record ColumnDetails(
    String name,
    String type,
    boolean nullable,
    String defaultValue,
    String comment,
    boolean primaryKey,
    boolean autoIncrement,
    int position,
    Optional<String> characterSet,
    Optional<String> collation) {}
