import { Answer } from "./answer.js";
import { Connection } from "./connection.js";
import { FeedPanel } from "./feed.js";
import { LiveQuestion } from "./live.js";
import { currentLanguage, examples, toggleLanguage, word } from "./words.js";

const form = document.querySelector("#ask");
const question = document.querySelector("#question");
const send = document.querySelector("#send");
const stop = document.querySelector("#stop");
const language = document.querySelector("#language");
const keepOpen = document.querySelector("#keep-open");
const closeLive = document.querySelector("#close-live");
const watchFeed = document.querySelector("#watch-feed");
const connection = new Connection();
const liveQuestion = new LiveQuestion(document.querySelector("#live"));
const feed = new FeedPanel(document.querySelector("#feed"));
let answer = null;

function speak() {
  document.documentElement.lang = currentLanguage();
  for (const element of document.querySelectorAll("[data-text]")) {
    element.textContent = word(element.dataset.text);
  }
  question.placeholder = word("placeholder");
  language.textContent = word("otherLanguage");
  watchFeed.textContent = word(feed.running ? "feedStop" : "feedStart");
  feed.speak();
  document.querySelector("#examples").replaceChildren(...examples().map(exampleItem));
}

function exampleItem(text) {
  const item = document.createElement("li");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "quiet";
  button.textContent = text;
  button.addEventListener("click", () => {
    question.value = text;
    ask(text);
  });
  item.append(button);
  return item;
}

function ask(text) {
  if (answer !== null || text === "") {
    return;
  }
  answer = new Answer(text);
  send.hidden = true;
  stop.hidden = false;
  connection.ask(text, {
    frame: (frame) => answer.show(frame),
    end: finish,
    broken: (wasOpen) => {
      // An idle connection may close; only a question that waits for its answer is worth a word.
      if (answer !== null) {
        answer.step("failed").classList.add("bad");
        answer.fail(word(wasOpen ? "lost" : "unreachable"));
        finish();
      }
    },
  });
}

function finish() {
  answer.finish();
  answer = null;
  send.hidden = false;
  stop.hidden = true;
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  ask(question.value.trim());
});

question.addEventListener("keydown", (event) => {
  // While an input method composes characters, Enter only confirms them.
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    form.requestSubmit();
  }
});

stop.addEventListener("click", () => {
  connection.stop();
  answer.step("stopped");
  finish();
});

keepOpen.addEventListener("click", () => {
  if (form.reportValidity() && question.value.trim() !== "") {
    liveQuestion.start(question.value.trim());
  }
});

closeLive.addEventListener("click", () => liveQuestion.stop());

watchFeed.addEventListener("click", () => {
  if (feed.running) {
    feed.stop();
  } else {
    feed.start();
  }
  watchFeed.textContent = word(feed.running ? "feedStop" : "feedStart");
});

language.addEventListener("click", () => {
  toggleLanguage();
  speak();
});

speak();
