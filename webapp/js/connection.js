import { FrameReader } from "./frames.js";

/** One connection to /ws, opened when first needed; closing it makes the server drop the question. */
export class Connection {
  #socket = null;

  /**
   * Asks one question. Calls listener.frame(frame) for every frame read, then exactly one of
   * listener.end() and listener.broken(wasOpen).
   */
  ask(question, listener) {
    const reader = new FrameReader();
    const socket = this.#open();
    let wasOpen = socket.readyState === WebSocket.OPEN;
    const send = () => socket.send(JSON.stringify({ type: "query", query: question }));
    socket.onopen = () => {
      wasOpen = true;
      send();
    };
    socket.onmessage = (event) => {
      const frame = reader.read(event.data);
      if (frame.kind === "end") {
        listener.end();
      } else {
        listener.frame(frame);
      }
    };
    socket.onclose = () => {
      if (this.#socket === socket) {
        this.#socket = null;
        listener.broken(wasOpen);
      }
    };
    if (wasOpen) {
      send();
    }
  }

  /** Ends the question that is being answered, if any. */
  stop() {
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
  }

  #open() {
    if (this.#socket === null) {
      this.#socket = new WebSocket(socketAddress());
    }
    return this.#socket;
  }
}

/** The socket beside this page; a token in the page's address is handed on. */
export function socketAddress() {
  const url = new URL("ws", document.baseURI);
  url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  const token = new URLSearchParams(location.search).get("token");
  url.search = token === null ? "" : new URLSearchParams({ token }).toString();
  return url;
}
