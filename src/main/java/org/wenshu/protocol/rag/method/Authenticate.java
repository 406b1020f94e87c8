package org.wenshu.protocol.rag.method;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.wenshu.security.Authentication;
import org.wenshu.security.Caller;
import org.wenshu.security.CredentialJudgement;
import org.wenshu.security.Identity;
import org.wenshu.security.Permissions;
import org.wenshu.security.RoleGrants;

/**
 * {@code auth.authenticate} (section 4.2). Success replaces whom the connection belongs to, failure
 * leaves it as it was.
 */
final class Authenticate implements RagMethod {
  private final Authentication authentication;
  private final Function<Caller, Permissions> permissions;

  Authenticate(Authentication authentication, Function<Caller, Permissions> permissions) {
    this.authentication = authentication;
    this.permissions = permissions;
  }

  @Override
  public String name() {
    return "auth.authenticate";
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public boolean isCounted() {
    return false;
  }

  /** What a client sends right behind it is meant for the one it says it is. */
  @Override
  public boolean goesAlone() {
    return true;
  }

  @Override
  public void answer(RagCall call) {
    CredentialJudgement judgement = authentication.judge(call.params().requiredText("token"));
    if (judgement instanceof CredentialJudgement.Accepted accepted) {
      call.peer().identify(accepted.identity());
      call.succeed(welcome(accepted.identity()));
    } else if (judgement instanceof CredentialJudgement.Refused refused) {
      call.fail(RagErrors.refused(refused));
    }
  }

  private ObjectNode welcome(Identity identity) {
    Caller caller = identity.caller();
    Set<String> roles = caller.roles().isEmpty() ? Set.of(RoleGrants.DEFAULT_ROLE) : caller.roles();
    List<String> granted = permissions.apply(caller).effective();
    ObjectNode result = Json.object().put("success", true);
    ObjectNode user = result.putObject("user");
    user.put("id", identity.id());
    user.put("username", identity.username());
    user.put("name", identity.username());
    user.set("roles", Json.texts(roles.stream().sorted().toList()));
    user.set("permissions", Json.texts(granted));
    identity.email().ifPresent(email -> user.put("email", email));
    identity.expiresAt().ifPresent(end -> result.put("expires_at", Json.moment(end)));
    return result;
  }
}
