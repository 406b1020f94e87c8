package org.wenshu.protocol.rag.method;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wenshu.protocol.rag.wire.RagCode;
import org.wenshu.protocol.rag.wire.RagError;

/** {@code protocol.negotiate} (section 4.1). */
final class Negotiate implements RagMethod {
  /** Ours is 1.0.0: the same major, no later minor, any patch. */
  private static final Pattern COMPATIBLE = Pattern.compile("1\\.0\\.\\d{1,9}");

  private static final Pattern WELL_FORMED = Pattern.compile("\\d{1,9}\\.\\d{1,9}\\.\\d{1,9}");

  @Override
  public String name() {
    return "protocol.negotiate";
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public boolean isCounted() {
    return false;
  }

  @Override
  public void answer(RagCall call) {
    List<String> versions =
        call.params().requiredTexts("versions").stream()
            .filter(version -> WELL_FORMED.matcher(version).matches())
            .toList();
    if (versions.stream().map(COMPATIBLE::matcher).anyMatch(Matcher::matches)) {
      call.succeed(ServerVersion.negotiated());
    } else {
      call.fail(incompatible(versions));
    }
  }

  private static RagError incompatible(List<String> versions) {
    List<String> ours = List.of(ServerVersion.PROTOCOL);
    return RagError.of(RagCode.VERSION_ERROR, "协议版本不兼容", "No protocol version in common")
        .with("client_versions", versions)
        .with("supported_versions", ours)
        .with("message", "This server speaks " + String.join(", ", ours));
  }
}
