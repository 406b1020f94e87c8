package org.wenshu.client.gateway;

/** The doors to what a gateway keeps, over one of the two ways. */
record Admin(
    FlowApi flow,
    ConfigApi config,
    LibraryApi library,
    KnowledgeApi knowledge,
    CollectionApi collection) {
  static Admin of(Way way, Gateway gateway) {
    if (way.socket) {
      SocketClient socket = gateway.socket();
      return new Admin(
          socket.flows(),
          socket.config(),
          socket.library(),
          socket.knowledge(),
          socket.collection());
    }
    return new Admin(
        gateway.flow(),
        gateway.config(),
        gateway.library(),
        gateway.knowledge(),
        gateway.collection());
  }
}
