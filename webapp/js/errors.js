import { currentLanguage } from "./words.js";

/** The errors that are always worded alike on the wire, for readers of English. */
const ENGLISH = [
  ["重写后的SQL查询仍然失败: ", "The repaired SQL failed as well: "],
  ["查询处理失败: ", "Something went wrong: "],
  ["SQL语句生成失败", "No SQL could be written for this question."],
  ["查询内容不能为空", "The question is empty."],
  ["查询内容过长", "The question is too long."],
  ["服务器繁忙，请稍后重试", "The server is busy; please try again later."],
];

/** The error in the reader's language, as far as its words are fixed. */
export function explain(error) {
  if (currentLanguage() === "en") {
    for (const [chinese, english] of ENGLISH) {
      if (error.startsWith(chinese)) {
        return english + error.slice(chinese.length);
      }
    }
  }
  return error;
}
