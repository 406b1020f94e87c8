package org.wenshu.client.gateway;

/** The twin of {@link Admin}. */
record AsyncAdmin(
    AsyncFlowApi flow,
    AsyncConfigApi config,
    AsyncLibraryApi library,
    AsyncKnowledgeApi knowledge,
    AsyncCollectionApi collection) {
  static AsyncAdmin of(Way way, Gateway gateway) {
    if (way.socket) {
      AsyncSocketClient socket = gateway.asyncSocket();
      return new AsyncAdmin(
          socket.flows(),
          socket.config(),
          socket.library(),
          socket.knowledge(),
          socket.collection());
    }
    return new AsyncAdmin(
        gateway.asyncFlow(),
        gateway.asyncConfig(),
        gateway.asyncLibrary(),
        gateway.asyncKnowledge(),
        gateway.asyncCollection());
  }
}
