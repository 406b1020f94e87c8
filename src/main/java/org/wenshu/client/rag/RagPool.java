package org.wenshu.client.rag;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.wenshu.client.transport.Transport;

/**
 * Several connections, for more questions at once than one of them takes. Each question goes to the
 * one with the fewest under way; connections are made as they are needed and made again when they
 * were lost. Sessions belong to the user and not to a connection, so they may be used here too.
 */
public final class RagPool implements RagAsker {
  private final List<Member> members;

  /** A pool of so many connections, at least 1, over that transport, which also ends it. */
  public RagPool(Transport transport, int size) {
    if (size < 1) {
      throw new IllegalArgumentException("A pool has at least one member");
    }
    members = IntStream.range(0, size).mapToObj(i -> new Member(new RagDoor(transport))).toList();
  }

  @Override
  public CompletableFuture<RagAnswer> askAsync(RagQuestion question) {
    Member idlest =
        members.stream().min(Comparator.comparingInt(member -> member.busy.get())).orElseThrow();
    idlest.busy.incrementAndGet();
    CompletableFuture<RagAnswer> answer = idlest.door.askAsync(question);
    var unused = answer.whenComplete((value, failure) -> idlest.busy.decrementAndGet());
    return answer;
  }

  private record Member(RagDoor door, AtomicInteger busy) {
    Member(RagDoor door) {
      this(door, new AtomicInteger());
    }
  }
}
