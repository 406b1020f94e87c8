package org.wenshu.protocol.gateway.data;

import java.time.Duration;
import org.wenshu.assistant.Asking;
import org.wenshu.protocol.gateway.service.ServiceCall;
import org.wenshu.question.Deadline;

/** Whoever calls, as one who asks. */
final class Askers {
  private Askers() {}

  static Asking.Asker of(ServiceCall call, Duration budget) {
    return new Asking.Asker(
        call.caller(), event -> {}, Deadline.after(budget), call.cancellation());
  }
}
