import { FeedSocket } from "./feed-socket.js";
import { word } from "./words.js";

/** The panel of the market feed: one line for each symbol, with its latest quote. */
export class FeedPanel {
  #area;
  #socket = null;
  #lines = new Map();
  #updates = 0;

  constructor(area) {
    this.#area = area;
  }

  get running() {
    return this.#socket !== null;
  }

  start() {
    this.#lines.clear();
    this.#updates = 0;
    this.#part("tbody").replaceChildren();
    this.#part(".scroll").hidden = true;
    this.#say(word("feedWaiting"));
    this.#socket = new FeedSocket((socket) => socket.send({ type: "get_stats" }), {
      welcome: (frame) => this.#subscribe(frame.data.symbols ?? []),
      data: (frame) => this.#show(frame),
      error: (frame) => this.#say(frame.message),
      status: (frame) => this.#say(frame.data.message),
      lost: () => this.#say(word("liveLost")),
    });
  }

  stop() {
    this.#socket?.close();
    this.#socket = null;
    this.#part(".scroll").hidden = true;
    this.#say("");
  }

  /** The headings, in the language spoken now. */
  speak() {
    const names = ["symbol", "price", "change", "volume", "bidAsk", "time", "source"];
    this.#part("thead tr").replaceChildren(...names.map((name) => {
      const heading = document.createElement("th");
      heading.scope = "col";
      heading.textContent = word(`feed-${name}`);
      heading.classList.toggle("number", !["symbol", "time", "source"].includes(name));
      return heading;
    }));
  }

  #subscribe(symbols) {
    if (symbols.length === 0) {
      this.#say(word("feedEmpty"));
      return;
    }
    this.#socket.send({ type: "subscribe", id: "page", symbols, data_types: ["quote"], filters: {} });
  }

  #show(quote) {
    this.#updates += 1;
    const line = this.#lines.get(quote.symbol) ?? this.#addLine(quote.symbol);
    const change = quote.change_percent ?? 0;
    const texts = [
      quote.symbol,
      quote.price ?? "–",
      `${change > 0 ? "+" : ""}${change}%`,
      (quote.volume ?? 0).toLocaleString(),
      `${quote.bid_price ?? "–"} / ${quote.ask_price ?? "–"}`,
      new Date(quote.ts).toLocaleTimeString(),
      word(`source-${quote.source}`) ?? quote.source,
    ];
    texts.forEach((text, index) => {
      line.cells[index].textContent = text;
    });
    line.cells[2].classList.toggle("up", change > 0);
    line.cells[2].classList.toggle("down", change < 0);
    this.#part(".scroll").hidden = false;
    this.#say(word("feedCount", this.#updates));
  }

  #addLine(symbol) {
    const line = document.createElement("tr");
    for (let i = 0; i < 7; i += 1) {
      const cell = document.createElement("td");
      cell.classList.toggle("number", i >= 1 && i <= 4);
      line.append(cell);
    }
    this.#lines.set(symbol, line);
    this.#part("tbody").append(line);
    return line;
  }

  #say(text) {
    this.#part("[role=status]").textContent = text;
  }

  #part(selector) {
    return this.#area.querySelector(selector);
  }
}
