package org.wenshu.knowledge;

import java.util.List;
import java.util.Optional;

/** What is to change of a collection; what is not given stays. */
public record CollectionChange(
    Optional<String> name, Optional<String> description, Optional<List<String>> tags) {}
