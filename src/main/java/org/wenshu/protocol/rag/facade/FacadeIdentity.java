package org.wenshu.protocol.rag.facade;

import java.util.Optional;
import org.wenshu.protocol.rag.method.RagErrors;
import org.wenshu.protocol.rag.wire.RagException;
import org.wenshu.security.Authentication;
import org.wenshu.security.CredentialJudgement;
import org.wenshu.security.Identity;

/** Whom requests act as that bring no credential of their own. Thread-safe. */
public final class FacadeIdentity {
  private final Authentication authentication;
  private final Optional<String> token;

  /** The identity behind that token, where there is one. */
  public FacadeIdentity(Authentication authentication, Optional<String> token) {
    this.authentication = authentication;
    this.token = token;
  }

  /** Whether requests without a credential are answered at all. */
  public boolean isKnown() {
    return authentication.judge(token.orElse("")) instanceof CredentialJudgement.Accepted;
  }

  /**
   * Whom a request acts as. May wait some seconds for keys that are published elsewhere.
   *
   * @throws RagException when nobody can be believed to have sent it
   */
  Identity of(Optional<String> authorization) {
    CredentialJudgement judgement = authentication.judge(authorization.or(() -> token).orElse(""));
    if (judgement instanceof CredentialJudgement.Accepted accepted) {
      return accepted.identity();
    }
    throw new RagException(RagErrors.refused((CredentialJudgement.Refused) judgement));
  }
}
