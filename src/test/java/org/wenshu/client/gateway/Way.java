package org.wenshu.client.gateway;

/** The four variants of every call. */
enum Way {
  HTTP(false, false),
  ASYNC_HTTP(false, true),
  SOCKET(true, false),
  ASYNC_SOCKET(true, true);

  final boolean socket;
  final boolean async;

  Way(boolean socket, boolean async) {
    this.socket = socket;
    this.async = async;
  }

  FlowInstance flow(Gateway gateway) {
    return socket ? gateway.socket().flow("my flow") : gateway.flow().id("my flow");
  }

  AsyncFlowInstance asyncFlow(Gateway gateway) {
    return socket ? gateway.asyncSocket().flow("my flow") : gateway.asyncFlow().id("my flow");
  }
}
