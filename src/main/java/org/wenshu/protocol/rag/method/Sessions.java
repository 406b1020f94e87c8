package org.wenshu.protocol.rag.method;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.wenshu.conversation.Conversation;
import org.wenshu.conversation.Conversations;
import org.wenshu.conversation.Creation;
import org.wenshu.conversation.Lookup;
import org.wenshu.protocol.rag.wire.Params;

/** {@code session.*} (sections 4.3 to 4.6), one method each. Thread-safe. */
final class Sessions {
  private final Conversations conversations;

  Sessions(Conversations conversations) {
    this.conversations = conversations;
  }

  List<RagMethod> methods() {
    return List.of(
        new SessionMethod("session.create", this::create),
        new SessionMethod("session.get", this::get),
        new SessionMethod("session.destroy", this::destroy),
        new SessionMethod("session.list", this::list),
        new SessionMethod("session.extend", this::extend));
  }

  private record SessionMethod(String name, Consumer<RagCall> answering) implements RagMethod {
    @Override
    public void answer(RagCall call) {
      answering.accept(call);
    }
  }

  private void create(RagCall call) {
    String label = call.params().text("user_id").orElse("");
    Creation creation = conversations.create(call.identity(), label);
    if (creation instanceof Creation.Created created) {
      call.peer().uses(created.conversation().id());
      call.succeed(SessionJson.created(created.conversation()));
    } else if (creation instanceof Creation.LimitReached limit) {
      call.fail(SessionErrors.limit(limit));
    }
  }

  private void get(RagCall call) {
    String id = id(call.params());
    Lookup lookup = conversations.get(id, owner(call), manages(call));
    whenFound(
        call,
        id,
        lookup,
        found -> call.succeed(SessionJson.whole(found, conversations.history(found))));
  }

  private void destroy(RagCall call) {
    String id = id(call.params());
    Lookup lookup = conversations.destroy(id, owner(call), manages(call));
    if (lookup instanceof Lookup.Found) {
      call.succeed(SessionJson.destroyed(call.language()));
    } else {
      call.fail(SessionErrors.of(id, lookup));
    }
  }

  private void list(RagCall call) {
    Optional<String> label = call.params().text("user_id").filter(text -> !text.isEmpty());
    call.succeed(SessionJson.list(conversations.list(owner(call), manages(call), label)));
  }

  private void extend(RagCall call) {
    String id = id(call.params());
    Lookup lookup = conversations.extend(id, owner(call), manages(call));
    whenFound(call, id, lookup, found -> call.succeed(SessionJson.extended(found)));
  }

  private static void whenFound(
      RagCall call, String id, Lookup lookup, Consumer<Conversation> action) {
    if (lookup instanceof Lookup.Found found) {
      call.peer().uses(id);
      action.accept(found.conversation());
    } else {
      call.fail(SessionErrors.of(id, lookup));
    }
  }

  private static String id(Params params) {
    return params.requiredWords("session_id");
  }

  private static String owner(RagCall call) {
    return call.identity().caller().name();
  }

  private static boolean manages(RagCall call) {
    return call.permissions().managesSessions();
  }
}
