package org.wenshu.protocol.gateway.bulk;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/**
 * Reads frames whose items have the same fields in both forms: alone, or in a list beside {@code
 * metadata}, in any order. Thread-safe.
 */
final class DraftReader<T> implements FrameReader<T> {
  private static final String METADATA = "metadata";

  private final String list;
  private final Supplier<ItemDraft<T>> drafts;

  /**
   * A reader.
   *
   * @param list the name of the list of the batch form
   */
  DraftReader(String list, Supplier<ItemDraft<T>> drafts) {
    this.list = list;
    this.drafts = drafts;
  }

  @Override
  public Frame<T> read(InputStream text, BulkTarget target) throws IOException {
    try (JsonParser json = BulkJson.parser(text)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        json.skipChildren();
        return Frame.bad(target.collection("", ""), "The frame is no JSON object");
      }
      Frame<T> frame = new OneFrame(json, target).read();
      return json.nextToken() == null
          ? frame
          : Frame.bad(target.collection("", ""), "The frame is more than one JSON object");
    } catch (JsonProcessingException e) {
      return Frame.bad(
          target.collection("", ""), "The frame is no JSON: " + e.getOriginalMessage());
    } catch (IllegalArgumentException e) {
      return Frame.bad(target.collection("", ""), e.getMessage());
    }
  }

  /** The reading of one frame. */
  private final class OneFrame {
    private final JsonParser json;
    private final BulkTarget target;
    private final Frame<T> frame = new Frame<>();
    private final Draft alone = new Draft();
    private Metadata metadata = Metadata.NONE;
    private boolean listed;

    OneFrame(JsonParser json, BulkTarget target) {
      this.json = json;
      this.target = target;
    }

    Frame<T> read() throws IOException {
      while (json.nextToken() != JsonToken.END_OBJECT) {
        String field = json.currentName();
        JsonToken token = json.nextToken();
        if (field.equals(list) && token == JsonToken.START_ARRAY) {
          listed = true;
          readList();
        } else if (field.equals(METADATA) && token == JsonToken.START_OBJECT) {
          metadata = Metadata.read(json);
        } else {
          alone.take(field, json);
        }
      }
      if (!listed) {
        alone.addTo(frame);
      }
      frame.in(target.collection(metadata.user(), metadata.collection()));
      return frame;
    }

    private void readList() throws IOException {
      while (json.nextToken() != JsonToken.END_ARRAY) {
        if (json.currentToken() == JsonToken.START_OBJECT) {
          Draft draft = new Draft();
          while (json.nextToken() != JsonToken.END_OBJECT) {
            String field = json.currentName();
            json.nextToken();
            draft.take(field, json);
          }
          draft.addTo(frame);
        } else {
          json.skipChildren();
          frame.addBad("The item is no JSON object");
        }
      }
    }
  }

  /** A draft that remembers the first thing that was wrong. */
  private final class Draft {
    private final ItemDraft<T> draft = drafts.get();
    private String wrong;

    void take(String field, JsonParser json) throws IOException {
      try {
        if (!draft.take(field, json)) {
          json.skipChildren();
        }
      } catch (BadItem bad) {
        wrong = wrong == null ? bad.getMessage() : wrong;
      }
    }

    void addTo(Frame<T> frame) {
      try {
        if (wrong != null) {
          throw new BadItem(wrong);
        }
        draft.items().forEach(frame::add);
      } catch (BadItem bad) {
        frame.addBad(bad.getMessage());
      }
    }
  }
}
