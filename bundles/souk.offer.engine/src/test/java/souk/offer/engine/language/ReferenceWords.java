package souk.offer.engine.language;

import com.fasterxml.jackson.databind.JsonNode;

/** Words of the reference. */
enum ReferenceWords {
  ENGLISH,
  CHINESE;

  private String choose(String english, String chinese) {
    return this == ENGLISH ? english : chinese;
  }

  String of(JsonNode rules, String english, String chinese) {
    return rules.path(choose(english, chinese)).asText();
  }

  String start() {
    return choose(
        """
        # Offer language, version 1

        Written from the schema `offers-1.schema.json` by `Reference` in the tests of
        `souk.offer.engine`; the build fails if this page is stale, and quotes every example. How to think about
        offers: [offers.md](offers.md). 中文：[offer-language.zh.md](offer-language.zh.md).

        Members marked **needed** must be there. An amount is given either in minor units as a whole number
        (`amountMinor`: 1250) or in major units as text (`amount`: "12.50"), never both; nothing is
        rounded: more decimals than the currency has are refused. A list of offers or a single offer is
        read too where the currency is known from elsewhere. What earlier versions served and kept is
        still read: `from` and `until` without `window`, `{"decimal": "1.50"}` for numbers.
        """,
        """
        # 优惠语言，第 1 版

        本页由 `souk.offer.engine` 测试中的 `Reference` 根据模式文件 `offers-1.schema.json` 生成；页面过期则构建失败，所有示例都在构建中实际报价。
        如何设计优惠，见 [offers.zh.md](offers.zh.md)。English: [offer-language.md](offer-language.md).

        标有**必填**的成员不可省略。金额有两种写法，二选一：以最小货币单位（分）写整数（`amountMinor`: 1250），或以主货币单位（元）写文本
        （`amount`: "12.50"）。系统从不替您取整：小数位数超过该货币的位数即被拒绝。在货币已知的场合，也可以只提交优惠列表或单个优惠。
        旧版本输出或保存的写法仍可读取：没有 `window` 的 `from` 与 `until`，以及写成 `{"decimal": "1.50"}` 的数字。
        """);
  }

  String document() {
    return choose("Document", "文档");
  }

  String offer() {
    return choose("Offer", "优惠");
  }

  String valueForms() {
    return choose("Values", "取值");
  }

  String conditions() {
    return choose("Kinds of conditions", "条件类型");
  }

  String effects() {
    return choose("Kinds of effects", "优惠类型");
  }

  String shop() {
    return choose(
        "The examples below are quoted in this shop; without `at`, on 3 June 2026, 12:00 UTC.",
        "以下示例均在这家商店中报价；未写 `at` 时，时刻为 2026 年 6 月 3 日 12:00 UTC。");
  }

  String eachElement() {
    return choose("Each element:", "每个元素：");
  }

  String eachEntry() {
    return choose("By article:", "以商品编号为键：");
  }

  String tableHead() {
    return choose("| Member | Value | Meaning |\n", "| 成员 | 取值 | 含义 |\n");
  }

  String needed() {
    return choose("**needed**", "**必填**");
  }

  String byDefault() {
    return choose(" Default: `%s`.", "默认值：`%s`。");
  }

  String exactlyOne() {
    return choose("Exactly one of %s.", "%s 中必须且只能写一个。");
  }

  String atLeastOne() {
    return choose("At least one of %s.", "%s 中至少写一个。");
  }

  String cart() {
    return choose("Cart", "购物车");
  }

  String result() {
    return choose("Result", "结果");
  }

  String rejected() {
    return choose("rejected: `%s`", "不适用：`%s`");
  }

  String takesOff() {
    return choose("%s off", "减 %s");
  }

  String perLine() {
    return choose("by line %s", "各行 %s");
  }

  String comma() {
    return choose(", ", "，");
  }

  String benefit(String kind, String sku, String amount) {
    return switch (kind) {
      case "GIFT" -> choose("gift: %s × %s", "赠品：%s × %s").formatted(amount, sku);
      case "POINTS" -> choose("%s points", "%s 积分").formatted(amount);
      default -> choose("free shipping", "包邮");
    };
  }

  String listOf() {
    return choose("list: %s", "列表：%s");
  }

  String mapOf() {
    return choose("object, each member: %s", "对象，每个成员：%s");
  }

  String type(String type) {
    return switch (type) {
      case "string" -> choose("text", "文本");
      case "boolean" -> choose("true or false", "true 或 false");
      case "integer" -> choose("whole number", "整数");
      case "number" -> choose("number", "数字");
      default -> choose("object", "对象");
    };
  }
}
