package org.wenshu.client.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.wenshu.client.gateway.call.Answers;
import org.wenshu.client.gateway.call.Route;
import org.wenshu.client.gateway.error.LoadException;
import org.wenshu.client.gateway.rest.ByteTransport;

/** Carries knowledge cores between the server and files. Safe for many threads. */
final class CoreTransfer {
  private final ByteTransport transport;

  CoreTransfer(ByteTransport transport) {
    this.transport = transport;
  }

  private static String path(String direction, String id, String user) {
    return "/api/v1/" + direction + "?id=" + Route.encoded(id) + "&user=" + Route.encoded(user);
  }

  CompletableFuture<Void> importStream(String id, String user, InputStream from, long length) {
    return transport.upload(path("import-core", id, user), from, length);
  }

  CompletableFuture<Void> importFile(String id, String user, Path from) {
    try {
      InputStream in = Files.newInputStream(from);
      CompletableFuture<Void> result = importStream(id, user, in, Files.size(from));
      Answers.whenDone(result, (done, failure) -> close(in));
      return result;
    } catch (IOException e) {
      return CompletableFuture.failedFuture(new UncheckedIOException(e));
    }
  }

  /** Only read from, so nothing is lost if it cannot be closed. */
  private static void close(InputStream in) {
    try {
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  CompletableFuture<Long> exportStream(String id, String user, OutputStream to) {
    // A server that knows no such core has nothing to say.
    return Answers.map(
        transport.download(path("export-core", id, user), to),
        length -> {
          if (length == 0) {
            throw new LoadException("There is no core '" + id + "'");
          }
          return length;
        });
  }

  /** Into a file beside it first, so that what was there stays until all has come. */
  CompletableFuture<Long> exportFile(String id, String user, Path to) {
    Path part = to.resolveSibling("." + to.getFileName() + "." + UUID.randomUUID() + ".part");
    OutputStream out;
    try {
      out = Files.newOutputStream(part, StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      return CompletableFuture.failedFuture(new UncheckedIOException(e));
    }
    CompletableFuture<Long> running = exportStream(id, user, out);
    CompletableFuture<Long> result = new CompletableFuture<>();
    // Also after the result was cancelled: then nobody waits, but the file must go.
    Answers.whenDone(
        running,
        (length, failure) -> {
          try {
            finish(out, part, to, failure);
            result.complete(length);
          } catch (RuntimeException e) {
            result.completeExceptionally(e);
          }
        });
    return Answers.cancelling(result, running);
  }

  private static void finish(OutputStream out, Path part, Path to, Throwable failure) {
    try {
      out.close();
      if (failure == null) {
        Files.move(part, to, StandardCopyOption.REPLACE_EXISTING);
      } else {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (failure != null) {
      throw Answers.failure(failure);
    }
  }
}
