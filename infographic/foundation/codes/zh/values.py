"""Of values and fields."""

from __future__ import annotations

CODES: dict[str, str] = {
    "field-unknown": """\
对象里有那里不认的字段。
它的值会悄悄丢掉。多半是拼错了，改法里写明最接近的字段。别的系统导出的稿件字段名不同，那时一
条消息写明哪个对应哪个。以//开头的键是注释，不理会；以x-开头的归自己用。
    {"title": "…", "content": "…"}      应为      {"headline": "…", "body": ["…"]}""",
    "field-missing": """\
对象缺少不能没有的字段。
改法里写明字段和它该是什么。""",
    "value-kind": """\
值的种类不对：该写数字写了文字，该写列表只写一个值。
数字不加引号，文字加引号，列表用方括号。
    "value": "2300"           应为      "value": 2300""",
    "value-choice": """\
这个词不在字段可用的词里。消息里全部列出。""",
    "value-range": """\
数字太大或太小，或列表太长、太短。""",
    "length-form": """\
长度写法不对。
数字加单位mm、cm、in、pt、px，或用字号，如小五。
    "3mm"   "10.5pt"   "小五"   "32px\"""",
    "length-unit": """\
长度没有单位。
3 mm、3 pt、3 px差得很远：写明是哪个。只有0不用单位。
    "gutter": 4               应为      "gutter": "4mm\"""",
    "block-type": """\
版块没有“type”，或没有这种type。
type写明排什么：text、headline、stat、figure等，写在最前面。
    {"type": "text", "text": {"$data": "/lead"}, "style": "body"}""",
    "list-long": """\
列表的项数，哪一页也放不下。
由程序写稿件的话，只写要印的。`--limits list-items=数字`可放宽；网格的行列、文中插块、轮廓的
角另有上限（docs/limits.md）。""",
    "names-many": """\
颜色、字体、样式或部件的项数，哪个版式也用不着。
由程序写版式的话，只写用到的。`--limits names=数字`可放宽。""",
    "stat-form": """\
数据条目不是三种写法之一，或混用了几种。
三种是：标出数字的句子、分开写的数值、前后对比。硬排会丢掉一部分，或印出没人写过的0。
    {"text": "建立城市党建联盟**2300**余个"}
    {"value": 2300, "qualifier": "余", "unit": "个", "label": "城市党建联盟"}
    {"from": "从十年前的**158.89**万名", "to": "到如今的**176.98**万名"}""",
}
