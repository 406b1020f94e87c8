import { socketAddress } from "./connection.js";

const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 30000;

/** A connection of the feed that comes back by itself, with all it had subscribed to. */
export class FeedSocket {
  #begin;
  #listeners;
  #socket = null;
  #pause = FIRST_PAUSE;
  #closed = false;

  /**
   * Calls begin(this) whenever the connection is open, listeners[type](frame) for every frame of
   * a type that somebody listens to, and listeners.lost() when the connection is gone for now.
   */
  constructor(begin, listeners) {
    this.#begin = begin;
    this.#listeners = listeners;
    this.#open();
  }

  send(message) {
    this.#socket.send(JSON.stringify(message));
  }

  close() {
    this.#closed = true;
    this.#socket.close();
  }

  #open() {
    this.#socket = new WebSocket(socketAddress());
    this.#socket.onopen = () => this.#begin(this);
    this.#socket.onmessage = (event) => {
      this.#pause = FIRST_PAUSE;
      const frame = JSON.parse(event.data);
      this.#listeners[frame.type]?.(frame);
    };
    this.#socket.onclose = () => this.#lost();
  }

  #lost() {
    if (this.#closed) {
      return;
    }
    this.#listeners.lost?.();
    setTimeout(() => this.#closed || this.#open(), this.#pause);
    this.#pause = Math.min(2 * this.#pause, LONGEST_PAUSE);
  }
}
