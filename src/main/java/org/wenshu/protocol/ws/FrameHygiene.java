package org.wenshu.protocol.ws;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a model's text into delta frames that no client mistakes for a control message (contract of
 * the text2sql stream, section 5.6). Joined, the frames are the text, but for white space at its
 * end. What has arrived is sent at once, except its last character with the blanks and backticks
 * behind it: they may turn out to stand before, or to be, a fence, which has to be a frame of its
 * own. The very first character of an answer is not held back. Not thread-safe.
 */
final class FrameHygiene {
  private static final int MAX_HELD_BACKTICKS = 2;

  private final StringBuilder held = new StringBuilder();
  private boolean insideFence;
  private boolean started;

  /** Takes the next piece of the text; returns the frames to be sent now. */
  List<String> accept(String piece) {
    held.append(piece);
    List<String> frames = new ArrayList<>(2);
    if (cutFences(frames, false)) {
      int safe = started ? safeLength() : safeLengthOfFirst();
      sendText(frames, safe);
    }
    return frames;
  }

  /** Returns the frames still to be sent when the text has ended. */
  List<String> end() {
    List<String> frames = new ArrayList<>(2);
    cutFences(frames, true);
    held.setLength(Blanks.lengthWithoutTrailing(held));
    sendText(frames, held.length());
    return frames;
  }

  /** How many characters are held back. */
  int held() {
    return held.length();
  }

  /** Sends everything up to the last whole fence; false when a fence's line is still incomplete. */
  private boolean cutFences(List<String> frames, boolean ended) {
    for (int at = Fence.find(held, 0); at >= 0; at = Fence.find(held, 0)) {
      int length = insideFence ? Fence.LENGTH : Fence.openingLength(held, at, ended);
      sendText(frames, at);
      if (length < 0) {
        return false;
      }
      // Blanks with no text before them stay with the fence: alone they would be thrown away.
      int end = Fence.find(held, 0) + length;
      frames.add(held.substring(0, end));
      held.delete(0, end);
      insideFence = !insideFence;
      started = true;
    }
    return true;
  }

  private int safeLengthOfFirst() {
    int safe = safeLength();
    boolean oneCharacter = safe == 0 && !held.isEmpty() && !endsWithHeldBackOnly();
    return oneCharacter ? held.length() : safe;
  }

  private boolean endsWithHeldBackOnly() {
    char last = held.charAt(held.length() - 1);
    return last == '`' || Character.isHighSurrogate(last) || Blanks.isBlank(held, held.length());
  }

  /** How much can be sent whatever follows. */
  private int safeLength() {
    int end = held.length();
    while (end > 0
        && held.length() - end < MAX_HELD_BACKTICKS
        && held.charAt(end - 1) == Fence.BACKTICK) {
      end--;
    }
    boolean backticks = end < held.length();
    int text = Blanks.lengthWithoutTrailing(held, end);
    if (text == 0 || (backticks && text == end)) {
      return text;
    }
    return held.offsetByCodePoints(text, -1);
  }

  /** Sends so much of the text, unless that were a blank frame. */
  private void sendText(List<String> frames, int length) {
    if (Blanks.isBlank(held, length)) {
      return;
    }
    ControlWords.split(held.substring(0, length), frames);
    held.delete(0, length);
    started = true;
  }
}
