package org.wenshu.protocol.ws.feed;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes moments (contract, section 3.3). */
final class FeedTime {
  private static final DateTimeFormatter OFFSET =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT);
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT);

  private final DateTimeFormatter offset;
  private final DateTimeFormatter local;

  FeedTime(ZoneId zone) {
    this.offset = OFFSET.withZone(zone);
    this.local = LOCAL.withZone(zone);
  }

  /** With milliseconds and offset. */
  String event(Instant moment) {
    return offset.format(moment);
  }

  /** With microseconds and no offset, as clients of the envelope form compare it. */
  String local(Instant moment) {
    return local.format(moment);
  }
}
