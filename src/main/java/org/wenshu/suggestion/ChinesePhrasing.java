package org.wenshu.suggestion;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Questions in Chinese. */
final class ChinesePhrasing implements Phrasing {
  private static final List<String> LISTING =
      longestFirst(
          "查询", "查看", "查找", "查一下", "查", "显示", "展示", "列出", "找出", "看看", "看一下", "获取", "搜索", "请查询",
          "帮我查", "帮我查询", "我想看", "给我看看");
  private static final List<String> COUNTING =
      longestFirst("统计", "计算", "汇总", "请统计", "帮我统计", "统计一下");

  private static List<String> longestFirst(String... words) {
    return Stream.of(words).sorted(Comparator.comparingInt(String::length).reversed()).toList();
  }

  @Override
  public Opening opening(String partial) {
    String list = LISTING.stream().filter(partial::startsWith).findFirst().orElse("查询");
    String count = COUNTING.stream().filter(partial::startsWith).findFirst().orElse("统计");
    return new Opening(list, count, partial.startsWith(count) ? Mode.NUMBERS : Mode.ROWS);
  }

  @Override
  public List<Candidate> questions(Topic topic, Opening opening) {
    Lines lines = new Lines(topic);
    String noun = topic.noun();
    String list = opening.list();
    String count = opening.count();
    lines.add(Shape.LIST, list + "所有" + noun);
    topic.filter().ifPresent(f -> lines.add(Shape.FILTER, list + condition(f) + "的" + noun));
    lines.add(Shape.COUNT, count + noun + "总数");
    topic
        .filter()
        .ifPresent(f -> lines.add(Shape.GROUP, count + "各" + f.label() + "的" + noun + "数量"));
    topic.measure().ifPresent(m -> lines.add(Shape.TOP, list + m + "最高的5个" + noun));
    if (topic.dated()) {
      lines.add(Shape.TIME, list + "最近7天的" + noun);
      lines.add(Shape.TOP, list + "最新的5个" + noun);
      lines.add(Shape.GROUP, "按月" + count + noun + "数量");
      lines.add(Shape.TIME, list + "本月的" + noun);
    }
    measures(topic, opening, lines);
    joins(topic, opening, lines);
    lines.add(Shape.LIST, list + "前10个" + noun);
    if (topic.shown().size() > 1) {
      lines.add(Shape.LIST, list + noun + "的" + pair(topic));
    }
    return lines.all();
  }

  private static void measures(Topic topic, Opening opening, Lines lines) {
    String noun = topic.noun();
    for (String measure : topic.measures().subList(0, Math.min(2, topic.measures().size()))) {
      lines.add(Shape.MEASURE, opening.count() + noun + "的平均" + measure);
      lines.add(Shape.MEASURE, opening.count() + noun + "的总" + measure);
      topic
          .filter()
          .ifPresent(
              f ->
                  lines.add(
                      Shape.GROUP, opening.count() + "各" + f.label() + noun + "的平均" + measure));
    }
  }

  private static void joins(Topic topic, Opening opening, Lines lines) {
    for (String child : topic.children()) {
      lines.add(Shape.JOIN, opening.count() + "每个" + topic.noun() + "的" + child + "数量");
      lines.add(Shape.JOIN, opening.list() + "没有" + child + "的" + topic.noun());
    }
    for (String parent : topic.parents()) {
      lines.add(Shape.JOIN, opening.count() + "每个" + parent + "的" + topic.noun() + "数量");
      topic
          .measure()
          .ifPresent(
              m ->
                  lines.add(
                      Shape.JOIN, opening.count() + "每个" + parent + "的" + topic.noun() + "平均" + m));
    }
  }

  @Override
  public List<Candidate> otherwise(Topic topic) {
    Lines lines = new Lines(topic);
    String noun = topic.noun();
    lines.add(Shape.COUNT, "有多少" + noun);
    topic.children().forEach(c -> lines.add(Shape.JOIN, "哪些" + noun + "没有" + c));
    topic.children().forEach(c -> lines.add(Shape.JOIN, "每个" + noun + "的" + c + "数量"));
    topic.filter().ifPresent(f -> lines.add(Shape.FILTER, "哪些" + noun + "的" + condition(f)));
    topic.filter().ifPresent(f -> lines.add(Shape.GROUP, "各" + f.label() + "的" + noun + "数量"));
    topic.filter().ifPresent(f -> lines.add(Shape.GROUP, "按" + f.label() + "统计" + noun + "数量"));
    topic.measure().ifPresent(m -> lines.add(Shape.TOP, m + "最高的5个" + noun));
    topic.measure().ifPresent(m -> lines.add(Shape.TOP, "按" + m + "从高到低查询" + noun));
    topic.measure().ifPresent(m -> lines.add(Shape.MEASURE, noun + "的平均" + m + "是多少"));
    if (topic.dated()) {
      lines.add(Shape.TIME, "最近7天的" + noun);
      lines.add(Shape.TOP, "最新的5个" + noun);
      lines.add(Shape.TIME, "本月的" + noun);
      lines.add(Shape.GROUP, "每月的" + noun + "数量");
    }
    return lines.all();
  }

  @Override
  public List<Candidate> endings(Topic topic, Opening opening) {
    Lines lines = new Lines(topic);
    if (opening.mode() == Mode.ROWS) {
      if (topic.shown().size() > 1) {
        lines.add(Shape.LIST, "的" + pair(topic));
      }
      topic.filters().forEach(f -> lines.add(Shape.FILTER, "中" + condition(f) + "的"));
      if (topic.dated()) {
        lines.add(Shape.TOP, "，按时间倒序排列");
      }
      topic.children().forEach(child -> lines.add(Shape.JOIN, "的" + child));
      topic.measure().ifPresent(m -> lines.add(Shape.TOP, "，按" + m + "从高到低排列"));
    }
    lines.add(Shape.COUNT, "总数");
    lines.add(Shape.COUNT, "数量");
    topic.children().forEach(child -> lines.add(Shape.JOIN, "的" + child + "数量"));
    for (String measure : topic.measures()) {
      lines.add(Shape.MEASURE, "的平均" + measure);
      lines.add(Shape.MEASURE, "的总" + measure);
      lines.add(Shape.MEASURE, "的最大" + measure);
    }
    if (opening.mode() == Mode.ROWS) {
      topic.shown().forEach(label -> lines.add(Shape.LIST, "的" + label));
    }
    return lines.all();
  }

  private static String condition(Topic.Filter filter) {
    return filter.label() + "为" + filter.value();
  }

  private static String pair(Topic topic) {
    return topic.shown().get(0) + "和" + topic.shown().get(1);
  }
}
