package org.wenshu.schema.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;

/** Names a table within a catalogue. */
@Embeddable
record TableKey(@Column(name = "catalogue_id") long catalogueId, String name)
    implements Serializable {}
