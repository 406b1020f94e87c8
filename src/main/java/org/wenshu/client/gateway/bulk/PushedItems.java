package org.wenshu.client.gateway.bulk;

import java.util.concurrent.Flow.Publisher;

/** Items that come on their own, when asked for. */
record PushedItems<T>(Publisher<T> publisher) implements Items<T> {}
