package org.wenshu.protocol.gateway.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.wenshu.question.Language;

/** Keeps what a call is answered with. */
public final class RecordedReply implements ServiceReply {
  private final List<String> told = new ArrayList<>();

  /** Everything, in order. */
  public synchronized List<String> told() {
    return List.copyOf(told);
  }

  @Override
  public synchronized void piece(ObjectNode piece) {
    told.add("piece " + piece);
  }

  @Override
  public synchronized void success(ObjectNode answer) {
    told.add("end " + answer);
  }

  @Override
  public synchronized void failure(ServiceError error, Language language) {
    told.add("error " + error.type() + " " + error.message().in(language));
  }

  @Override
  public synchronized void abandoned() {
    told.add("abandoned");
  }
}
