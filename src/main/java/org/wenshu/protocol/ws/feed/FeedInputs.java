package org.wenshu.protocol.ws.feed;

import org.wenshu.feed.live.LiveQuestions;
import org.wenshu.feed.source.Ingest;
import org.wenshu.feed.source.SourceState;

/**
 * What comes in: how the sources fare, those who bring ticks, the records about them, and the
 * answers of questions that stay open.
 */
public record FeedInputs(
    SourceState sources, Ingest ingest, IngestAudit audit, LiveQuestions live) {}
