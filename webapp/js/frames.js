/**
 * Reads the frames that answer one question on /ws. A frame's meaning depends on when it comes:
 * between the start of generation and DONE it is a piece of the model's text, whatever it says.
 */

const GENERATION_STARTS = "正在调用text2sql模型生成SQL语句...";
const GENERATION_ENDS = "DONE";
const LAST_FRAME = "FLAG_DONE";
const UNEXPECTED = "查询处理过程中发生异常: ";

/** Frames after generation: exact text or beginning, and what it is called here. */
const STATUS = [
  ["最终SQL语句: ", "written"],
  ["正在执行SQL查询...", "executing"],
  ["SQL查询成功，结果行数: ", "succeeded"],
  ["SQL查询失败: ", "rejected"],
  ["正在尝试重写SQL语句...", "repairing"],
  ["模型重写的SQL内容: ", "rewrite"],
  ["重写后的SQL语句: ", "repaired"],
  ["正在执行重写后的SQL查询...", "executing"],
  ["重写后的SQL查询成功", "succeeded"],
  ["重写后的SQL查询仍然失败: ", "rejected"],
  ["SQL语句生成失败", "notWritten"],
  [UNEXPECTED, "unexpected"],
];

export class FrameReader {
  #generating = false;

  /** Returns {kind, text} or, for the result, {kind: "result", result}. */
  read(frame) {
    if (this.#generating) {
      return this.#readWhileGenerating(frame);
    }
    if (frame === LAST_FRAME) {
      return { kind: "end" };
    }
    if (frame === GENERATION_STARTS) {
      this.#generating = true;
      return { kind: "generating", text: "" };
    }
    if (frame.startsWith("{")) {
      return { kind: "result", result: JSON.parse(frame, keepDigits) };
    }
    return status(frame);
  }

  #readWhileGenerating(frame) {
    if (frame === GENERATION_ENDS) {
      this.#generating = false;
      return { kind: "generated", text: "" };
    }
    if (frame.startsWith(UNEXPECTED)) {
      return { kind: "unexpected", text: frame.slice(UNEXPECTED.length) };
    }
    return { kind: "piece", text: frame };
  }
}

function status(frame) {
  for (const [beginning, kind] of STATUS) {
    if (frame.startsWith(beginning)) {
      return { kind, text: frame.slice(beginning.length) };
    }
  }
  return { kind: "received", text: "" };
}

/** Keeps numbers as the database wrote them (12.50, 9007199254740993) where the browser can tell. */
function keepDigits(key, value, context) {
  if (typeof value === "number" && context?.source && String(value) !== context.source) {
    return context.source;
  }
  return value;
}
