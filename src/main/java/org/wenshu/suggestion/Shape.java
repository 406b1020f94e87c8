package org.wenshu.suggestion;

/** What a question asks for; suggestions take turns. */
enum Shape {
  LIST,
  FILTER,
  COUNT,
  GROUP,
  TOP,
  TIME,
  MEASURE,
  JOIN
}
