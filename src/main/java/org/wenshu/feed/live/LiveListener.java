package org.wenshu.feed.live;

import org.wenshu.error.ErrorCode;
import org.wenshu.question.Wording;

/** Hears of one live question. Calls come one after the other; none may block. */
public interface LiveListener {
  /** The answer, or how it has changed. */
  void told(LiveUpdate update);

  /** The last run failed; the next may not. */
  void silent(ErrorCode code, Wording why);

  /** Nothing more will come. */
  void ended(ErrorCode code, Wording why);
}
